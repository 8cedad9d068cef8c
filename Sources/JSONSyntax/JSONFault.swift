package import Diagnostics

/// Why a text is not JSON.
package struct JSONFault: Error, Hashable, Sendable {
  package var message: String
  package var range: SourceRange
  package var help: String?
}

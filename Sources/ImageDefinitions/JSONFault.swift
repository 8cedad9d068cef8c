import Diagnostics

/// Why a text is not JSON.
struct JSONFault: Error, Hashable, Sendable {
  var message: String
  var range: SourceRange
  var help: String?
}

package import Diagnostics

/// A key of a JSON object with its value.
package struct JSONMember: Hashable, Sendable {
  package var key: String
  /// Place of the key, quotes included.
  package var keyRange: SourceRange
  package var value: JSONNode
}

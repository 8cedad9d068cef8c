import Diagnostics

/// A key of a JSON object with its value.
struct JSONMember: Hashable, Sendable {
  var key: String
  /// Place of the key, quotes included.
  var keyRange: SourceRange
  var value: JSONNode
}

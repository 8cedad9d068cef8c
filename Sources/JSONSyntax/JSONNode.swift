package import Diagnostics

/// A value of a JSON text with its place.
package struct JSONNode: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case object([JSONMember])
    case array([JSONNode])
    case string(String)
    case number
    case boolean
    case null
  }

  package var content: Content
  /// From its first byte to after its last one, quotes and brackets included.
  package var range: SourceRange

  package var members: [JSONMember]? {
    if case .object(let members) = content { members } else { nil }
  }

  package var items: [JSONNode]? {
    if case .array(let items) = content { items } else { nil }
  }

  package var string: String? {
    if case .string(let text) = content { text } else { nil }
  }

  /// The value of a key; the last one wins, as in most readers.
  package subscript(key: String) -> JSONNode? {
    members?.last { $0.key == key }?.value
  }

  /// How messages name the kind.
  package var kind: String {
    switch content {
    case .object: "an object"
    case .array: "an array"
    case .string: "a string"
    case .number: "a number"
    case .boolean: "a boolean"
    case .null: "null"
    }
  }
}

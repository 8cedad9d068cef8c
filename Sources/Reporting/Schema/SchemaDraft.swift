/// The version of JSON Schema that a schema is written in.
package enum SchemaDraft: String, CaseIterable, Sendable {
  case draft202012 = "2020-12"
  case draft07 = "07"

  var identifier: String {
    switch self {
    case .draft202012: "https://json-schema.org/draft/2020-12/schema"
    case .draft07: "http://json-schema.org/draft-07/schema#"
    }
  }

  /// Where definitions stand.
  var definitions: String { self == .draft07 ? "definitions" : "$defs" }

  /// A reference to a definition; in draft 07 nothing else counts in the object of a reference.
  func reference(to name: String, description: String) -> JSONValue {
    let target: JSONValue = ["$ref": .string("#/\(definitions)/\(name)")]
    switch self {
    case .draft07: return ["description": .string(description), "allOf": .array([target])]
    case .draft202012:
      return ["description": .string(description), "$ref": .string("#/\(definitions)/\(name)")]
    }
  }
}

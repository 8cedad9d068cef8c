import BuildspecModel

/// The kinds of values in JSON Schema. Every one may be absent: a key without a value is allowed.
struct ShapeSchema {
  let draft: SchemaDraft

  func property(_ key: KeySpec, in section: SectionID) -> JSONValue {
    let value = KeyValues.schema(of: key, in: section) ?? schema(key.shape, key.summary)
    guard case .object(var fields) = value else { return value }
    if fields.first?.key != "description" {
      fields.insert(("description", .string(key.summary)), at: 0)
    }
    if let names = KeyValues.names(of: key) { fields.append(("propertyNames", names)) }
    if key.versions == .only01 { fields.append(("deprecated", .bool(true))) }
    return .object(fields)
  }

  private func schema(_ shape: Shape, _ summary: String) -> JSONValue {
    switch shape {
    case .text: draft.reference(to: "text", description: summary)
    case .boolean: draft.reference(to: "switch", description: summary)
    case .integer: ["type": .array([.string("integer"), .string("string"), .string("null")])]
    case .texts: list(of: reference("text"))
    case .commands: list(of: reference("command"))
    case .textMap: map(of: reference("text"))
    case .textsMap: map(of: list(of: reference("text")))
    case .section(let section): draft.reference(to: section.rawValue, description: summary)
    case .sectionMap(let section): map(of: reference(section.rawValue))
    case .sectionList(let section):
      [
        "type": .array([.string("array"), .string("null")]),
        "items": ["allOf": .array([reference(section.rawValue), ["type": .string("object")]])],
      ]
    }
  }

  /// A list, or one item alone.
  private func list(of item: JSONValue) -> JSONValue {
    [
      "type": .array(["array", "string", "number", "boolean", "null"].map { .string($0) }),
      "items": item,
    ]
  }

  private func map(of value: JSONValue) -> JSONValue {
    ["type": .array([.string("object"), .string("null")]), "additionalProperties": value]
  }

  private func reference(_ name: String) -> JSONValue {
    ["$ref": .string("#/\(draft.definitions)/\(name)")]
  }

  private static let scalar = JSONValue.array(
    ["string", "number", "boolean", "null"].map { .string($0) })

  /// Definitions that belong to no section.
  static let shared: [(key: String, value: JSONValue)] = [
    (
      "text",
      ["description": .string("Text; a number or boolean is taken as text."), "type": scalar]
    ),
    (
      "command",
      [
        "description": .string(
          "A command or a script. A text that holds a colon and a space needs quotes."),
        "type": scalar,
      ]
    ),
    (
      "switch",
      [
        "description": .string("yes, no, true or false."),
        "anyOf": .array([
          ["type": .array([.string("boolean"), .string("null")])],
          ["enum": .array([.string("yes"), .string("no"), .string("true"), .string("false")])],
          // Other spellings that readers of YAML know, digits, and variables.
          [
            "type": .string("string"),
            "pattern": .string(
              Pattern.anyCase(["yes", "no", "true", "false", "on", "off", "y", "n"])
                + "|^[01]$|\\$"),
          ],
          ["enum": .array([0, 1])],
        ]),
      ]
    ),
  ]
}

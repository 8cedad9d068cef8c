import BuildspecModel

/// What a section asks for beyond the shapes of its keys.
enum SectionLimits {
  typealias Fields = [(key: String, value: JSONValue)]

  static func of(_ section: SectionID) -> Fields {
    switch section {
    case .top: top
    case .phases: [("additionalProperties", .bool(false))]
    case .report, .secondaryArtifact: [("required", names(["files"]))]
    // A group of secondary artifacts alone is only a warning.
    case .artifacts:
      [("anyOf", .array([requires(["files"]), requires(["secondary-artifacts"]), isNull]))]
    case .listItem, .graphItem: [("required", names(["identifier"]))]
    case .batchEnvironment: [("not", requires(["compute-type", "fleet"]))]
    case .batch: [("not", ["anyOf": .array(pairs(of: batchTypes).map(requires))])]
    case .fanout: [("required", names(["parallelism"]))]
    default: []
    }
  }

  /// Keys that are wrong in this place. The names of phases at the top level do not run.
  static func refused(in section: SectionID) -> Fields {
    section == .top ? PhaseName.allCases.map { ($0.rawValue, .bool(false)) } : []
  }

  private static let top: Fields = [
    ("required", names(["version"])),
    ("anyOf", .array([requires(["phases"]), requires(["batch"])])),
    // A batch build reads the version as a number and refuses it in quotes.
    ("if", requires(["batch"])),
    ("then", ["properties": ["version": ["type": .string("number")]]]),
  ]

  private static let batchTypes = ["build-list", "build-graph", "build-matrix", "build-fanout"]

  private static let isNull: JSONValue = ["type": .string("null")]

  private static func requires(_ keys: [String]) -> JSONValue {
    // Without the type, a schema for objects fits everything else.
    ["type": .string("object"), "required": names(keys)]
  }

  private static func names(_ keys: [String]) -> JSONValue {
    .array(keys.map { .string($0) })
  }

  private static func pairs(of keys: [String]) -> [[String]] {
    keys.indices.flatMap { first in
      keys[(first + 1)...].map { [keys[first], $0] }
    }
  }
}

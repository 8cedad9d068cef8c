import BuildspecModel

/// Keys whose values are known: versions, shells, formats, sizes.
enum KeyValues {
  static func schema(of key: KeySpec, in section: SectionID) -> JSONValue? {
    switch (section, key.name) {
    case (.top, "version"): version
    case (.env, "shell"): known(DocumentedShell.allCases.map(\.rawValue))
    case (.phase, "on-failure"): onFailure
    case (.phase, "runtime-versions"): runtimes
    case (.report, "file-format"): reportFormat
    case (.cache, "action"): action
    case (.cache, "fallback-keys"): fallbackKeys
    case (.fanout, "parallelism"): parallelism
    case (.batchEnvironment, "compute-type"): known(ComputeType.allCases.map(\.rawValue))
    case (.batchEnvironment, "type"), (.matrixStaticEnvironment, "type"):
      known(EnvironmentType.allCases.map(\.rawValue))
    case (.batchEnvironment, "image"): known(images)
    default: nil
    }
  }

  /// What the names inside the mapping have to be.
  static func names(of key: KeySpec) -> JSONValue? {
    guard key.name == "secondary-artifacts" else { return nil }
    // Hyphens are only a warning: outputs of CodePipeline may have them.
    return ["pattern": .string("^[A-Za-z0-9_-]*$|\\$")]
  }

  private static let scalar = JSONValue.array(
    ["string", "number", "boolean", "null"].map { .string($0) })
  private static let null: JSONValue = ["type": .string("null")]
  private static let variable: JSONValue = ["type": .string("string"), "pattern": .string("\\$")]

  private static let version: JSONValue = [
    "enum": .array([.decimal("0.2"), .decimal("0.1"), .string("0.2"), .string("0.1")]),
    "default": .decimal("0.2"),
  ]

  /// Values that editors offer. Others are allowed: the tables of the service grow.
  private static func known(_ values: [String]) -> JSONValue {
    [
      "anyOf": .array([
        ["enum": strings(values)],
        ["type": scalar],
      ])
    ]
  }

  private static var images: [String] {
    ImageTable.images.filter { $0.state == .maintained }.map(\.name)
  }

  private static var onFailure: JSONValue {
    let retry = Pattern.anyCase("RETRY")
    // Digits alone, or before a hyphen, are a count of at most 100; anything else is a regex.
    let any = "[\\s\\S]"
    let count = "0*([0-9]{1,2}|\(ServiceLimits.retries))"
    let operand = "(\(count)(-\(any)*)?|(?![0-9]+(-|$))\(any)+)"
    return [
      "anyOf": .array([
        ["enum": strings(["ABORT", "CONTINUE", "RETRY"])],
        [
          "type": .string("string"),
          "pattern": .string(
            Pattern.anyCase(["ABORT", "CONTINUE", "RETRY"]) + "|^\(retry)-\(operand)$|\\$"),
        ],
        null,
      ])
    ]
  }

  private static var runtimes: JSONValue {
    let properties = RuntimeTable.runtimes.map { runtime in
      let versions = (runtime.current + ["latest"]).joined(separator: ", ")
      let words = runtime.current.isEmpty ? "On retired images only." : "Versions: \(versions)."
      let schema: JSONValue = ["description": .string(words), "type": scalar]
      return (key: runtime.name, value: schema)
    }
    return [
      "type": .array([.string("object"), .string("null")]),
      "properties": .object(properties),
      // Names that people write for these; others may be runtimes of images to come.
      "propertyNames": ["not": ["enum": strings(RuntimeTable.runtimes.flatMap(\.aliases))]],
      "additionalProperties": ["type": scalar],
    ]
  }

  private static var reportFormat: JSONValue {
    let formats = ReportFormat.allCases.map(\.rawValue)
    return [
      "default": .string(ReportFormat.standard.rawValue),
      "anyOf": .array([
        ["enum": strings(formats)],
        ["type": .string("string"), "pattern": .string(Pattern.anyCase(formats))],
        variable, null,
      ]),
    ]
  }

  private static var action: JSONValue {
    [
      "anyOf": .array([
        ["enum": strings(["restore", "save"])],
        ["type": .string("string"), "pattern": .string(Pattern.anyCase(["restore", "save"]))],
        variable, null,
      ])
    ]
  }

  private static var fallbackKeys: JSONValue {
    [
      "type": strings(["array", "string", "number", "boolean", "null"]),
      "items": ["type": scalar],
      "maxItems": .number(ServiceLimits.fallbackKeys),
    ]
  }

  private static var parallelism: JSONValue {
    [
      "anyOf": .array([
        ["type": .string("integer"), "minimum": 1],
        ["type": .string("string"), "pattern": .string("^\\+?0*[1-9][0-9]*$")],
        variable, null,
      ])
    ]
  }

  private static func strings(_ values: [String]) -> JSONValue {
    .array(values.map { .string($0) })
  }
}

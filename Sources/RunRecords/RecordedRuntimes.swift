import BuildExecution

/// Reads what was done for `runtime-versions`.
enum RecordedRuntimes {
  /// - Returns: `nil` for a step that is not known.
  static func step(_ line: RecordedObject) throws(RecordDamage) -> RuntimeStep? {
    switch try line.text("step") {
    case "unsupported": .unsupported
    case "finished": .finished
    case "commandStarted": .commandStarted(try line.text("text"))
    case "commandFinished":
      .commandFinished(
        try line.text("text"), .exited(Int32(truncatingIfNeeded: try line.number("exitStatus"))))
    case let step: try choice(step, line)
    }
  }

  /// The steps that name a runtime and its version.
  private static func choice(
    _ step: String, _ line: RecordedObject
  ) throws(RecordDamage) -> RuntimeStep? {
    guard let runtime = line.optionalText("runtime"), let version = line.optionalText("version")
    else { return nil }
    return switch step {
    case "resolved":
      .resolved(runtime: runtime, alias: try line.text("alias"), version: version)
    case "selected": .selected(runtime: runtime, version: version)
    case "required": .required(runtime: runtime, version: version, dependent: try line.text("by"))
    case "notOverridden":
      .notOverridden(
        runtime: runtime, version: version, dependent: try line.text("by"),
        dependentVersion: try line.text("byVersion"))
    case "chosen":
      .chosen(runtime: runtime, version: version, place: try line.text("program"))
    default: nil
    }
  }
}

import BuildExecution

extension RunWire {
  static func step(_ step: RuntimeStep) -> Fields {
    switch step {
    case .resolved(let runtime, let alias, let version):
      named("resolved", runtime, version, [("alias", .string(alias))])
    case .selected(let runtime, let version): named("selected", runtime, version)
    case .required(let runtime, let version, let dependent):
      named("required", runtime, version, [("by", .string(dependent))])
    case .notOverridden(let runtime, let version, let dependent, let dependentVersion):
      named(
        "notOverridden", runtime, version,
        [("by", .string(dependent)), ("byVersion", .string(dependentVersion))])
    case .unsupported: [("step", .string("unsupported"))]
    case .commandStarted(let text):
      [("step", .string("commandStarted")), ("text", .string(text))]
    case .commandFinished(let text, let outcome):
      [
        ("exitStatus", .number(Int(outcome.status))), ("step", .string("commandFinished")),
        ("text", .string(text)),
      ]
    case .chosen(let runtime, let version, let place):
      named("chosen", runtime, version, [("program", .string(place))])
    case .finished: [("step", .string("finished"))]
    }
  }

  private static func named(
    _ step: String, _ runtime: String, _ version: String, _ more: Fields = []
  ) -> Fields {
    more + [
      ("runtime", .string(runtime)), ("step", .string(step)), ("version", .string(version)),
    ]
  }
}

import BuildspecModel
import Diagnostics

/// Variables without a value.
enum EmptyValue: Rule {
  static let info = RuleInfo(
    "BS518", "empty-value", .info,
    summary: "A variable has no value.",
    why: """
      Nothing behind the colon is null to YAML. Whether the build then has an empty variable or none is \
      not documented; two quotes say it.
      """,
    bad: """
      version: 0.2
      env:
        variables:
          EXTRA_ARGS:
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      env:
        variables:
          EXTRA_ARGS: ''
      phases:
        build:
          commands:
            - make
      """,
    source: "Buildspec reference, env/variables; what null does is not documented.")

  static var subject: RuleSubject { .env }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let env = file.buildspec.env else { return [] }
    let variables = (env.variables + file.batchEnvironments.flatMap(\.variables))
      .filter { isNull($0, file.source) }
      .map { entry in
        finding(
          "`\(entry.name.value.shown)` has no value", at: entry.name.range,
          help: "write two quotes for an empty text, or remove it")
      }
    let references = (env.parameterStore + env.secretsManager).filter { $0.value.value.isEmpty }
      .map { entry in
        finding(
          "`\(entry.name.value.shown)` names nothing to read", at: entry.name.range,
          severity: .warning, help: "write the name of the parameter or secret, or remove it")
      }
    return variables + references
  }

  private static func isNull(_ entry: EnvironmentEntry, _ source: SourceText) -> Bool {
    guard entry.value.value.isEmpty else { return false }
    return entry.value.range.isEmpty || source.isPlain(entry.value.range)
  }
}

import BuildspecModel
import Diagnostics

/// Variables that the project sets too.
enum OverriddenByProject: Rule {
  static let info = RuleInfo(
    "BS519", "overridden-by-project", .info,
    summary: "`env` sets a variable that the project sets too.",
    why: """
      The value of the project comes over the one of the buildspec, which so never counts. Needs \
      `--project`.
      """,
    bad: """
      version: 0.2
      env:
        variables:
          STAGE: dev
      phases:
        build:
          commands:
            - make "$STAGE"
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make "$STAGE"
      """,
    project: """
      {"environment": {"environmentVariables": [{"name": "STAGE", "value": "test"}]}}
      """,
    source: "Buildspec reference, env/variables, order of precedence.")

  static var subject: RuleSubject { .project }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let project = context.project, let variables = project.variables, !variables.isEmpty,
      let env = file.buildspec.env
    else { return [] }
    let names = Set(variables.map(\.name))
    return (env.variables + env.parameterStore + env.secretsManager).compactMap { entry in
      guard names.contains(entry.name.value) else { return nil }
      return finding(
        "\(project.shown) sets `\(entry.name.value.shown)` too, and its value counts",
        at: entry.name.range, help: "set it in one place")
    }
  }
}

import BuildspecModel
import Diagnostics

/// Secrets that are handed on to the stages behind the build.
enum ExportSecret: Rule {
  static let info = RuleInfo(
    "BS511", "export-secret", .warning,
    summary: "`exported-variables` lists a variable that is read from a store of secrets.",
    why: """
      Exported values are shown in CodePipeline and in the details of the build, without a mask.
      """,
    bad: """
      version: 0.2
      env:
        secrets-manager:
          TOKEN: shop/token:value
        exported-variables:
          - TOKEN
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      env:
        secrets-manager:
          TOKEN: shop/token:value
      phases:
        build:
          commands:
            - make
      """,
    source: "Buildspec reference, env/exported-variables.")

  static var subject: RuleSubject { .env }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let env = file.buildspec.env else { return [] }
    return env.exportedVariables.compactMap { name in
      if let entry = env.secretsManager.first(where: { $0.name.value == name.value }) {
        return exported(name, entry, "Secrets Manager", .warning)
      }
      // Parameters often hold what is no secret.
      let parameter = env.parameterStore.first { $0.name.value == name.value }
      if let parameter { return exported(name, parameter, "Parameter Store", .info) }
      return context.project.flatMap { ofProject(name, $0) }
    }
  }

  /// What the project reads from a store is not exported at all.
  private static func ofProject(_ name: Located<String>, _ project: BuildProject) -> Diagnostic? {
    let variable = project.variables?.first { $0.name == name.value }
    guard let origin = variable?.origin, origin != .plaintext else { return nil }
    let store = origin == .secretsManager ? "Secrets Manager" : "Parameter Store"
    return finding(
      "\(project.shown) reads `\(name.value.shown)` from \(store), and so it is not exported",
      at: name.range, help: "let the next stage read the store itself")
  }

  private static func exported(
    _ name: Located<String>, _ entry: EnvironmentEntry, _ store: String, _ severity: Severity
  ) -> Diagnostic {
    finding(
      "`\(name.value.shown)` comes from \(store) and is exported in plain text", at: name.range,
      severity: severity,
      related: [RelatedLocation(range: entry.name.range, message: "it is read here")],
      help: "let the next stage read the store itself")
  }
}

import BuildspecModel
import Diagnostics

/// Exported variables that CodeBuild does not export.
enum ExportAWS: Rule {
  static let info = RuleInfo(
    "BS510", "export-aws", .error,
    summary: "`exported-variables` lists a name that starts with `AWS_`.",
    why: """
      CodeBuild exports no variable with this prefix, so the stages behind the build never see it.
      """,
    bad: """
      version: 0.2
      env:
        exported-variables:
          - AWS_ACCOUNT
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      env:
        variables:
          ACCOUNT: shop
        exported-variables:
          - ACCOUNT
      phases:
        build:
          commands:
            - make
      """,
    source: "Buildspec reference, env/exported-variables: these cannot be exported.")

  static var subject: RuleSubject { .env }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    (file.buildspec.env?.exportedVariables ?? []).compactMap { name in
      guard name.value.hasPrefix("AWS_") else { return nil }
      return finding(
        "`\(name.value.shown)` cannot be exported", at: name.range,
        help: "copy its value to a variable without the prefix `AWS_`, and export that")
    }
  }
}

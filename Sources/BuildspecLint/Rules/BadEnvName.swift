import BuildspecModel
import Diagnostics

/// Variables that a shell cannot name.
enum BadEnvName: Rule {
  static let info = RuleInfo(
    "BS502", "bad-env-name", .warning,
    summary: "The name of a variable holds a character that shells do not take.",
    why: """
      Shells know names of letters, digits and underscores that do not start with a digit. What \
      CodeBuild accepts is not documented, but `$MY-NAME` is `$MY` and `-NAME` to a shell.
      """,
    bad: """
      version: 0.2
      env:
        variables:
          APP-NAME: shop
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      env:
        variables:
          APP_NAME: shop
      phases:
        build:
          commands:
            - make
      """,
    source: "POSIX.1, environment variables; CodeBuild does not document the characters.")

  static var subject: RuleSubject { .variables }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.environmentEntries.compactMap { entry in
      let name = entry.name.value
      guard !EnvironmentName.isGood(name) else { return nil }
      return finding(
        "shells cannot name `\(name.shown)`", at: entry.name.range,
        help: "use letters, digits and underscores, not a digit first")
    }
  }
}

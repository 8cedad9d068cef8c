import BuildspecModel
import Diagnostics

/// Keys and tokens in the values of variables.
enum PlaintextSecret: Rule {
  static let info = RuleInfo(
    "BS503", "plaintext-secret", .warning,
    summary: "The value of a variable is a key, a token or a URL with a password.",
    why: """
      Everybody who can read the repository, the project or the log can read it, and it stays in the \
      history. CodeBuild masks only what comes from Parameter Store or Secrets Manager. Take it back \
      where it was issued, then store it there.
      """,
    bad: """
      version: 0.2
      env:
        variables:
          DATABASE: postgres://shop:b7K2pQ9x@db.example.com/shop
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      env:
        secrets-manager:
          DATABASE: shop/database:url
      phases:
        build:
          commands:
            - make
      """,
    source: "CodeBuild user guide, env/variables: storing sensitive values is strongly discouraged."
  )

  static var subject: RuleSubject { .variables }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.environmentEntries.compactMap { entry in
      guard let kind = kind(of: entry) else { return nil }
      return secretFinding(
        "the value of `\(entry.name.value.shown)` holds \(kind.title)", at: entry.value.range,
        help: "revoke it, then use `secrets-manager` or `parameter-store`")
    }
  }

  /// What the value is known to hold; `nil` when it is left to another rule.
  static func kind(of entry: EnvironmentEntry) -> SecretPattern? {
    StaticAWSKeys.owns(entry.name.value) ? nil : SecretPattern.find(in: entry.value.value)
  }
}

import BuildspecModel
import Diagnostics

/// Variables that are named like a secret and written in plain text.
enum SecretLikeName: Rule {
  static let info = RuleInfo(
    "BS504", "secret-like-name", .warning,
    summary: "A variable that is named like a secret has its value in the file.",
    why: """
      Everybody who can read the repository, the project or the log can read it. CodeBuild masks only \
      what comes from Parameter Store or Secrets Manager.
      """,
    bad: """
      version: 0.2
      env:
        variables:
          DB_PASSWORD: b7K2pQ9x
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      env:
        secrets-manager:
          DB_PASSWORD: shop/database:password
      phases:
        build:
          commands:
            - make
      """,
    source: "CodeBuild user guide, env/variables: storing sensitive values is strongly discouraged."
  )

  static var subject: RuleSubject { .variables }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.literalVariables.compactMap { entry in
      guard isSecret(entry.name.value), isLiteral(entry.value.value),
        !StaticAWSKeys.owns(entry.name.value), PlaintextSecret.kind(of: entry) == nil
      else { return nil }
      return secretFinding(
        "`\(entry.name.value.shown)` is named like a secret, but its value stands here",
        at: entry.value.range, help: "use `secrets-manager` or `parameter-store`")
    }
  }

  /// By its last words: `TOKEN_URL` and `SECRET_ARN` only speak of a secret.
  static func isSecret(_ name: String) -> Bool {
    if endings.contains(where: { ends(name, with: $0) }) { return true }
    guard ends(name, with: "KEY") else { return false }
    let words = Array(name.uppercased().utf8).split {
      $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
    guard let last = words.last, last.elementsEqual("KEY".utf8), let kind = words.dropLast().last
    else { return false }
    return ["API", "PRIVATE", "SECRET"].contains { kind.elementsEqual($0.utf8) }
  }

  /// Whether the name ends so, in letters of either case.
  private static func ends(_ name: String, with ending: String) -> Bool {
    var bytes = name.utf8.reversed().makeIterator()
    for wanted in ending.utf8.reversed() {
      guard let byte = bytes.next(), byte & 0xDF == wanted else { return false }
    }
    return true
  }

  private static let endings = ["SECRET", "TOKEN", "PASSWORD", "PASSWD", "PASSPHRASE", "APIKEY"]

  /// Whether the value can be a secret: no reference, no switch and no stand-in.
  private static func isLiteral(_ value: String) -> Bool {
    let standIns = [
      "true", "false", "yes", "no", "none", "null", "dummy", "fake", "test", "example",
    ]
    return !value.isEmpty && !standIns.contains(value.lowercased()) && !value.isPlaceholder
      && !value.hasPrefix("/") && !value.hasPrefix("arn:")
  }
}

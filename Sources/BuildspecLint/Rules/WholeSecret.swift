import BuildspecModel
import Diagnostics

/// References to Secrets Manager without a key.
enum WholeSecret: Rule {
  static let info = RuleInfo(
    "BS507", "whole-secret", .info,
    summary: "A reference under `secrets-manager` names no key of the secret.",
    why: """
      The variable gets the whole text of the secret. When that is JSON, its parts are not masked in \
      the log, since CodeBuild looks for the whole value only.
      """,
    bad: """
      version: 0.2
      env:
        secrets-manager:
          TOKEN: shop/token
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
    source: "Buildspec reference, env/secrets-manager; CodeBuild user guide, masked values.")

  static var subject: RuleSubject { .env }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    (file.buildspec.env?.secretsManager ?? []).compactMap { entry in
      let value = entry.value.value
      guard !value.isEmpty, !value.isPlaceholder,
        case .success(let reference) = SecretReference.read(value), reference.key == nil
      else { return nil }
      return finding(
        "`\(entry.name.value.shown)` gets the whole secret", at: entry.value.range,
        help: "name the key behind a colon, unless the secret is plain text")
    }
  }
}

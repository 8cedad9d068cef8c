import BuildspecModel
import Diagnostics

/// References to Secrets Manager that cannot be read.
enum SecretRefGrammar: Rule {
  static let info = RuleInfo(
    "BS506", "secret-ref-grammar", .error,
    summary: "A reference under `secrets-manager` does not have the form of one.",
    why: """
      The form is `id:json-key:version-stage:version-id`, where the id is a name or an ARN; an ARN has \
      six colons of its own, which do not count. Only the id is needed, and of stage and version id at \
      most one.
      """,
    bad: """
      version: 0.2
      env:
        secrets-manager:
          TOKEN: arn:aws:secretsmanager:eu-west-1:111122223333:shop/token
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      env:
        secrets-manager:
          TOKEN: arn:aws:secretsmanager:eu-west-1:111122223333:secret:token-AbCdEf:key
      phases:
        build:
          commands:
            - make
      """,
    source: "Buildspec reference, env/secrets-manager.")

  static var subject: RuleSubject { .env }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    (file.buildspec.env?.secretsManager ?? []).compactMap { entry in
      guard !entry.value.value.isEmpty, !entry.value.value.isPlaceholder else { return nil }
      let place = entry.value.range
      switch SecretReference.read(entry.value.value) {
      case .success(let reference):
        guard reference.stage != nil, reference.version != nil else { return nil }
        return finding(
          "a version stage and a version id exclude each other", at: place, severity: .warning,
          help: "leave one of them empty")
      case .failure(let fault): return finding(fault.message, at: place, help: form)
      }
    }
  }

  private static let form = "the form is `<id or ARN>:<json-key>:<version-stage>:<version-id>`"
}

import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Names that are no text to YAML.
enum NonStringKey: Rule {
  static let info = RuleInfo(
    "BS016", "non-string-key", .info,
    summary: "A name is a boolean, a number or null to YAML.",
    why: """
      YAML 1.1 reads `NO`, `on` and `1` without quotes as other things than text. Tools that read or \
      rewrite the file may change the name.
      """,
    bad: """
      version: 0.2
      env:
        variables:
          NO: keep
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      env:
        variables:
          "NO": keep
      phases:
        build:
          commands:
            - make
      """,
    source: "YAML 1.1, booleans, numbers and null.")

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let root = file.mappingRoot?.node else { return [] }
    var found: [Diagnostic] = []
    if let env = root["env"] {
      // Names that start with a digit are those of another rule.
      for section in ["variables", "parameter-store", "secrets-manager"] {
        found += findings(env[section], file) { $0 == .boolean || $0 == .null }
      }
    }
    found += findings(root["artifacts"]?["secondary-artifacts"], file) { $0 != .string }
    found += findings(root["reports"], file) { $0 != .string }
    return found
  }

  private static func findings(
    _ section: YAMLNode?, _ file: BuildspecFile, where isMeant: (YAMLScalar.Kind) -> Bool
  ) -> [Diagnostic] {
    (section?.mapping ?? []).compactMap { pair in
      guard let key = pair.key.scalar, !key.text.isEmpty, isMeant(key.kind) else { return nil }
      return finding(
        "`\(key.text.shown)` without quotes is \(key.kind.title) to YAML", at: pair.key.range,
        help: "put the name in quotes",
        fix: .replace(pair.key.range, with: "\"\(key.text)\"", "put it in quotes", .safe))
    }
  }
}

package import Diagnostics

/// One rule, by code or name, or all rules whose code begins alike: `BS401`, `glob-unquoted`, `BS4`. The
/// codes of ShellCheck are rules too: `SC2086`, `SC`, `shellcheck`.
package struct RuleSelector: Hashable, Sendable {
  /// What the codes begin with; the whole code for a single rule.
  private let prefix: String

  /// `nil` when no rule is meant by the text.
  package init?(_ text: String) {
    if let rule = RuleCatalog.rule(text) {
      prefix = rule.info.identity.code
      return
    }
    if let codes = ShellCheckCode.prefix(text) {
      prefix = codes
      return
    }
    let start = text.uppercased()
    guard start.hasPrefix("BS"),
      RuleCatalog.rules.contains(where: { $0.info.identity.code.hasPrefix(start) })
    else { return nil }
    prefix = start
  }

  package func matches(_ rule: RuleIdentity) -> Bool {
    rule.code.hasPrefix(prefix)
  }

  /// How closely the selector names its rules.
  var weight: Int { prefix.utf8.count }

  /// What to say to a text that names no rule.
  package static func help(for text: String) -> String {
    let names = RuleCatalog.rules.flatMap { [$0.info.identity.name, $0.info.identity.code] }
    return Suggestion.nearest(to: text, in: names).map { "did you mean `\($0)`?" }
      ?? "see `buildspec rules`"
  }
}

package import BuildspecModel
package import Diagnostics

/// One check. A rule has no state: it reads a file and returns what it found.
package protocol Rule: Sendable {
  static var info: RuleInfo { get }

  /// What a file must have for the rule to speak of it.
  static var subject: RuleSubject { get }

  /// Other words that the rule asks the file for.
  static var fileWords: [StaticString] { get }

  /// Findings in any order.
  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic]
}

/// A rule that many would not want: it runs when somebody selects it or gives it a severity.
package protocol OptionalRule: Rule {}

extension Rule {
  package static var subject: RuleSubject { .anything }
  package static var fileWords: [StaticString] { [] }

  /// A finding of this rule.
  static func finding(
    _ message: String, at range: SourceRange, severity: Severity? = nil,
    related: [RelatedLocation] = [], help: String? = nil, codeBuildSays: String? = nil,
    fix: Fix? = nil
  ) -> Diagnostic {
    Diagnostic(
      rule: info.identity, severity: severity ?? info.severity, message: message.onOneLine,
      range: range,
      related: related.map { RelatedLocation(range: $0.range, message: $0.message.onOneLine) },
      help: help?.onOneLine, serviceMessage: codeBuildSays?.onOneLine, fix: fix)
  }

  /// A finding whose place holds a secret: reports show the place, but not the text.
  static func secretFinding(
    _ message: String, at range: SourceRange, severity: Severity? = nil, help: String? = nil
  ) -> Diagnostic {
    var diagnostic = finding(message, at: range, severity: severity, help: help)
    diagnostic.isSecret = true
    return diagnostic
  }
}

import BuildspecLint
import Diagnostics

/// What a report says about a rule.
struct RuleDescription {
  let identity: RuleIdentity
  let severity: Severity
  let summary: String
  let why: String
  /// The rule's page, when the catalogue has the rule.
  let page: (text: String, markdown: String)?

  /// Findings need not be of a rule of the catalogue: other checks print them too.
  init(_ diagnostic: Diagnostic) {
    identity = diagnostic.rule
    let info = RuleCatalog.rule(diagnostic.rule.code)?.info
    severity = info?.severity ?? diagnostic.severity
    summary = info?.summary ?? diagnostic.rule.name
    why = info?.why ?? diagnostic.rule.name
    page = info.map {
      (RulePage.text($0, style: Style(isColored: false)), RulePage.markdown($0))
    }
  }
}

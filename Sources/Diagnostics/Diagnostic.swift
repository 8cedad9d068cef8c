/// A problem in the user's file: data from the rule to the printer, never thrown.
package struct Diagnostic: Hashable, Sendable {
  package var rule: RuleIdentity
  package var severity: Severity
  /// One line that says what is wrong.
  package var message: String
  package var range: SourceRange
  package var related: [RelatedLocation] = []
  /// What to do about it.
  package var help: String?
  /// The service's own words for this mistake, where they are known.
  package var serviceMessage: String?
  package var fix: Fix?
  /// Whether the text at `range` must not be shown.
  package var isSecret = false

  package init(
    rule: RuleIdentity, severity: Severity, message: String, range: SourceRange,
    related: [RelatedLocation] = [], help: String? = nil, serviceMessage: String? = nil,
    fix: Fix? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.range = range
    self.related = related
    self.help = help
    self.serviceMessage = serviceMessage
    self.fix = fix
  }
}

extension Diagnostic: Comparable {
  /// By place, then by code, so that reports are stable.
  package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    if left.range != right.range { return left.range < right.range }
    if left.rule.code != right.rule.code { return left.rule.code < right.rule.code }
    return left.message < right.message
  }
}

package import Diagnostics

/// Which rules somebody wants, and how severe: what a config file says, or what the flags say.
package struct RuleChoice: Sendable {
  /// `error`, `warning`, `info`, or `nil` for `off`.
  package struct Level: Sendable {
    package var rules: RuleSelector
    package var severity: Severity?

    package init(rules: RuleSelector, severity: Severity?) {
      self.rules = rules
      self.severity = severity
    }
  }

  /// The only rules that are wanted; empty for all.
  package var select: [RuleSelector] = []
  package var ignore: [RuleSelector] = []
  package var levels: [Level] = []

  package init() {}

  var isEmpty: Bool { select.isEmpty && ignore.isEmpty && levels.isEmpty }

  func selects(_ rule: RuleIdentity) -> Bool {
    select.contains { $0.matches(rule) }
  }

  /// Whether the rule is turned off here.
  func ignores(_ rule: RuleIdentity) -> Bool {
    if ignore.contains(where: { $0.matches(rule) }) { return true }
    return level(of: rule).map { $0.severity == nil } ?? false
  }

  /// What names the rule most closely; of two alike the last one.
  func level(of rule: RuleIdentity) -> Level? {
    levels.filter { $0.rules.matches(rule) }.max { $0.rules.weight <= $1.rules.weight }
  }

  /// The severity that a word stands for; `.some(nil)` for `off`, `nil` for no such word.
  package static func severity(_ word: String) -> Severity?? {
    word == "off" ? .some(nil) : Severity(rawValue: word).map { .some($0) }
  }
}

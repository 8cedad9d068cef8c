package import Diagnostics

/// Which rules a lint runs, and what becomes of their findings.
package struct LintPolicy: Sendable {
  /// Whether ignore comments hide findings.
  package var honorsIgnores: Bool
  /// What the config file says.
  package var config = RuleChoice()
  /// What the flags say, which comes over the config file.
  package var flags = RuleChoice()
  /// Rules that the config file turns off for this file.
  package var fileIgnores: [RuleSelector] = []

  /// Whether ShellCheck was asked, so that an ignored code of it without a finding is known to be idle.
  var hasShellCheck = false

  package init(honorsIgnores: Bool = true) {
    self.honorsIgnores = honorsIgnores
  }

  /// Whether findings of the rule are wanted at all.
  package func isOn(_ rule: RuleIdentity) -> Bool {
    if flags.ignores(rule) || fileIgnores.contains(where: { $0.matches(rule) }) { return false }
    // A selection by flag is also one against the config file.
    if !flags.select.isEmpty { return flags.selects(rule) }
    if RuleCatalog.isOptional(rule), !names(rule) { return false }
    return (config.select.isEmpty || config.selects(rule)) && !config.ignores(rule)
  }

  /// Whether somebody asked for the rule, and not only for all.
  func names(_ rule: RuleIdentity) -> Bool {
    flags.selects(rule) || config.selects(rule)
      || (flags.level(of: rule) ?? config.level(of: rule))?.severity != nil
  }

  /// The rules that run only since somebody asked for them.
  var optionalRules: [any OptionalRule.Type] {
    if config.isEmpty, flags.isEmpty { return [] }
    return RuleCatalog.optional.filter { names($0.info.identity) }
  }

  /// The findings that are wanted, with the severity they are wanted with.
  func applied(to findings: [Diagnostic]) -> [Diagnostic] {
    if config.isEmpty, flags.isEmpty, fileIgnores.isEmpty { return findings }
    return findings.compactMap { finding in
      guard isOn(finding.rule) else { return nil }
      var finding = finding
      let level = flags.level(of: finding.rule) ?? config.level(of: finding.rule)
      finding.severity = level?.severity ?? finding.severity
      return finding
    }
  }
}

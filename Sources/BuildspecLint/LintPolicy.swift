package import Diagnostics

/// Which rules a lint runs, and what becomes of their findings.
package struct LintPolicy: Sendable {
  /// Whether ignore comments hide findings.
  package var honorsIgnores: Bool

  package init(honorsIgnores: Bool = true) {
    self.honorsIgnores = honorsIgnores
  }

  /// Whether findings of the rule are wanted at all.
  package func isOn(_ rule: RuleIdentity) -> Bool {
    true
  }

  /// The findings that are wanted, with the severity they are wanted with.
  func applied(to findings: [Diagnostic]) -> [Diagnostic] {
    findings
  }
}

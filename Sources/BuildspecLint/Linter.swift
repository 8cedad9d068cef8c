package import BuildspecModel
package import Diagnostics

/// Runs every rule of the catalogue over a file.
package enum Linter {
  /// Findings sorted by place.
  package static func lint(
    _ file: BuildspecFile, _ context: LintContext = LintContext(),
    _ policy: LintPolicy = LintPolicy()
  ) -> [Diagnostic] {
    let context = context.reading(file)
    var policy = policy
    var findings = RuleSchedule.standard.findings(in: file, context)
    for rule in policy.optionalRules { findings += rule.check(file, context) }
    if let more = ShellCheckFindings.find(in: file, context, own: findings, policy) {
      findings += more
      policy.hasShellCheck = true
    }
    findings = policy.applied(to: findings)
    guard policy.honorsIgnores else { return findings.sorted() }
    return Suppressor.apply(to: findings, in: file, policy).sorted()
  }
}

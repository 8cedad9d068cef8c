package import BuildspecModel
package import Diagnostics

/// Runs every rule of the catalogue over a file.
package enum Linter {
  /// Findings sorted by place.
  package static func lint(
    _ file: BuildspecFile, _ context: LintContext = LintContext(),
    _ policy: LintPolicy = LintPolicy()
  ) -> [Diagnostic] {
    var context = context
    context.shell = context.shell ?? ShellReading(file)
    let findings = policy.applied(to: RuleCatalog.rules.flatMap { $0.check(file, context) })
    guard policy.honorsIgnores else { return findings.sorted() }
    return Suppressor.apply(to: findings, in: file, policy).sorted()
  }
}

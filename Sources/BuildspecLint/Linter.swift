package import BuildspecModel
package import Diagnostics

/// Runs every rule of the catalogue over a file.
package enum Linter {
  /// Findings sorted by place.
  package static func lint(
    _ file: BuildspecFile, _ context: LintContext = LintContext(),
    _ policy: LintPolicy = LintPolicy()
  ) -> [Diagnostic] {
    lint([LintJob(file, context, policy)])[0]
  }

  /// Findings of each file, sorted by place. Some files together take less time than one by one.
  package static func lint(_ jobs: [LintJob]) -> [[Diagnostic]] {
    let findings = RuleSchedule.standard.findings(in: jobs)
    return jobs.indices.map { finish(findings[$0], of: jobs[$0]) }
  }

  private static func finish(_ findings: [Diagnostic], of job: LintJob) -> [Diagnostic] {
    let (file, context) = (job.file, job.context)
    var findings = findings
    var policy = job.policy
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

package import BuildspecModel
package import Diagnostics

/// Runs every rule of the catalogue over a file.
package enum Linter {
  /// Findings sorted by place.
  package static func lint(
    _ file: BuildspecFile, _ context: LintContext = LintContext(),
    _ policy: LintPolicy = LintPolicy()
  ) -> [Diagnostic] {
    let job = LintJob(file, context, policy)
    lint([job])
    return job.findings
  }

  /// Finds what is wrong with each file. Some files together take less time than one by one.
  package static func lint(_ jobs: [LintJob]) {
    RuleSchedule.standard.run(jobs)
    for job in jobs { job.findings = finished(job) }
  }

  private static func finished(_ job: LintJob) -> [Diagnostic] {
    let (file, context) = (job.file, job.context)
    var findings = job.findings
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

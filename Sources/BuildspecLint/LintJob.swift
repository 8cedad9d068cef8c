package import BuildspecModel
package import Diagnostics

/// A file to lint, with what rules may know besides it and which of them are wanted. A class, so that
/// handing it on costs nothing.
package final class LintJob {
  let file: BuildspecFile
  /// With the commands of the file.
  let context: LintContext
  let policy: LintPolicy
  /// What rules have found; once all is done, sorted by place.
  package internal(set) var findings: [Diagnostic] = []

  package init(_ file: BuildspecFile, _ context: LintContext, _ policy: LintPolicy) {
    self.file = file
    self.context = context.reading(file)
    self.policy = policy
  }
}

import BuildspecLint
import BuildspecModel
import Diagnostics

/// Lints one file, as often as its text changes.
struct FileLinter {
  var context = LintContext()
  var policy = LintPolicy()
  var baseline: BaselineFile?

  func findings(in source: SourceText) -> [Diagnostic] {
    let findings = Linter.lint(BuildspecFile(source: source), context, policy)
    return baseline?.unknown(among: findings, in: source) ?? findings
  }
}

import BuildspecLint
import BuildspecModel
import Diagnostics
import Reporting

/// Lints one file, as often as its text changes.
struct FileLinter {
  var context = LintContext()
  var policy = LintPolicy()
  var baseline: BaselineFile?
  /// Findings about the config file; the file is not linted then.
  var configMistakes: FileFindings?

  func findings(in source: SourceText) -> [Diagnostic] {
    let findings = Linter.lint(BuildspecFile(source: source), context, policy)
    return baseline?.unknown(among: findings, in: source) ?? findings
  }
}

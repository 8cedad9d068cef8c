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
    let file = BuildspecFile(source: source)
    var context = context
    let shell = ShellReading(file)
    context.shell = shell
    // The process ends soon. To give back the trees of a file piece by piece takes a quarter of its
    // lint, so they are left to the end.
    _ = Unmanaged.passRetained(shell)
    let findings = Linter.lint(file, context, policy)
    return baseline?.unknown(among: findings, in: source) ?? findings
  }
}

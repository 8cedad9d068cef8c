import BuildspecLint
import BuildspecModel
import Diagnostics
import EmbeddedBuildspecs
import Reporting

/// Lints one file, as often as its text changes.
struct FileLinter {
  var context = LintContext()
  var policy = LintPolicy()
  var baseline: BaselineFile?
  /// Findings about the config file; the file is not linted then.
  var configMistakes: FileFindings?

  func findings(in source: SourceText) -> [Diagnostic] {
    let findings =
      Template(source).map { TemplateLinter(context, policy).lint($0, in: source) }
      ?? Linter.lint(BuildspecFile(source: source), context, policy)
    return unknown(findings, in: source)
  }

  /// The file with its fixes made, and what is left.
  func fix(_ source: SourceText, allowsUnsafe: Bool) -> FixEngine.Outcome {
    let templates = TemplateFixer(allowsUnsafe: allowsUnsafe) { source, buildspec in
      unknown(TemplateLinter(context, policy).lint(buildspec), in: source)
    }
    guard let fixed = templates.fix(source) else {
      return FixEngine(allowsUnsafe: allowsUnsafe, lint: findings).fix(source)
    }
    return FixEngine.Outcome(
      source: fixed.source, diagnostics: findings(in: fixed.source), fixCount: fixed.fixCount)
  }

  /// The file with an ignore comment for every finding, and how many there are.
  func addIgnores(_ reason: String, to source: SourceText) -> (source: SourceText, count: Int) {
    TemplateIgnoreAdder(reason: reason, linter: TemplateLinter(context, policy)).add(to: source)
      ?? IgnoreAdder(reason: reason, lint: findings).add(to: source)
  }

  private func unknown(_ findings: [Diagnostic], in source: SourceText) -> [Diagnostic] {
    baseline?.unknown(among: findings, in: source) ?? findings
  }
}

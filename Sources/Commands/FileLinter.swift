import BuildspecLint
import BuildspecModel
import Diagnostics
import EmbeddedBuildspecs
import Reporting

/// Lints one file, as often as its text changes. A class, since what it holds is handed on and on.
final class FileLinter {
  /// The text as it was read.
  let source: SourceText
  let context = LintContext()
  var policy = LintPolicy()
  let baseline: BaselineFile?
  /// Findings about the config file; the file is not linted then.
  var configMistakes: FileFindings?
  /// Findings in the text as it was read, once it was linted.
  private(set) var findings: [Diagnostic] = []

  init(_ source: SourceText, baseline: BaselineFile? = nil) {
    self.source = source
    self.baseline = baseline
  }

  /// Lints the files, but for those whose config file is wrong.
  static func lint(_ files: [FileLinter]) {
    var (linters, jobs): ([FileLinter], [LintJob]) = ([], [])
    for file in files where file.configMistakes == nil {
      if let template = Template(file.source) {
        file.findings = file.findings(in: template, file.source)
      } else {
        linters.append(file)
        jobs.append(file.job(file.source))
      }
    }
    Linter.lint(jobs)
    for index in jobs.indices {
      linters[index].findings = linters[index].unknown(
        jobs[index].findings, in: linters[index].source)
    }
  }

  /// Findings in a text of the file, which may be a later one.
  func findings(in source: SourceText) -> [Diagnostic] {
    if let template = Template(source) { return findings(in: template, source) }
    let job = job(source)
    Linter.lint([job])
    return unknown(job.findings, in: source)
  }

  private func job(_ source: SourceText) -> LintJob {
    LintJob(BuildspecFile(source: source), context, policy)
  }

  private func findings(in template: Template, _ source: SourceText) -> [Diagnostic] {
    unknown(TemplateLinter(context, policy).lint(template, in: source), in: source)
  }

  /// The file with its fixes made, and what is left.
  func fix(allowsUnsafe: Bool) -> FixEngine.Outcome {
    let templates = TemplateFixer(allowsUnsafe: allowsUnsafe) { [self] source, buildspec in
      unknown(TemplateLinter(context, policy).lint(buildspec), in: source)
    }
    guard let fixed = templates.fix(source) else {
      return FixEngine(allowsUnsafe: allowsUnsafe, lint: findings(in:)).fix(source)
    }
    return FixEngine.Outcome(
      source: fixed.source, diagnostics: findings(in: fixed.source), fixCount: fixed.fixCount)
  }

  /// The file with an ignore comment for every finding, and how many there are.
  func addIgnores(_ reason: String) -> (source: SourceText, count: Int) {
    TemplateIgnoreAdder(reason: reason, linter: TemplateLinter(context, policy)).add(to: source)
      ?? IgnoreAdder(reason: reason, lint: findings(in:)).add(to: source)
  }

  private func unknown(_ findings: [Diagnostic], in source: SourceText) -> [Diagnostic] {
    baseline?.unknown(among: findings, in: source) ?? findings
  }
}

import BuildspecLint
import BuildspecModel
import Diagnostics
import EmbeddedBuildspecs
import Reporting

/// Lints one file, as often as its text changes. A class, since what it holds is handed on and on.
final class FileLinter {
  let context = LintContext()
  var policy = LintPolicy()
  let baseline: BaselineFile?
  /// Findings about the config file; the file is not linted then.
  var configMistakes: FileFindings?

  init(baseline: BaselineFile? = nil) {
    self.baseline = baseline
  }

  func findings(in source: SourceText) -> [Diagnostic] {
    Self.findings(in: [(source, self)])[0]
  }

  /// The findings of each file.
  static func findings(in files: [(source: SourceText, linter: FileLinter)]) -> [[Diagnostic]] {
    let templates = files.map { Template($0.source) }
    let jobs = zip(files, templates).compactMap { file, template in
      template == nil
        ? LintJob(BuildspecFile(source: file.source), file.linter.context, file.linter.policy) : nil
    }
    var plain = Linter.lint(jobs).makeIterator()
    return zip(files, templates).map { file, template in
      let findings =
        template.map { file.linter.findings(in: $0, file.source) } ?? plain.next() ?? []
      return file.linter.unknown(findings, in: file.source)
    }
  }

  private func findings(in template: Template, _ source: SourceText) -> [Diagnostic] {
    TemplateLinter(context, policy).lint(template, in: source)
  }

  /// The file with its fixes made, and what is left.
  func fix(_ source: SourceText, allowsUnsafe: Bool) -> FixEngine.Outcome {
    let templates = TemplateFixer(allowsUnsafe: allowsUnsafe) { [self] source, buildspec in
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

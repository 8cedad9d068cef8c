import Diagnostics
import Reporting

/// A file whose findings became text as soon as it was linted. Little else is kept of it, so that many
/// files take no more memory than a few.
struct ReportedFile {
  /// The findings, as UTF-8.
  var text: [UInt8] = []
  var counts = FindingCounts()
  /// What is wrong with the config file; the file was not linted then.
  var configMistakes: FileFindings?

  /// Lints the files.
  static func all(
    _ files: [(source: SourceText, linter: FileLinter)], _ style: Style
  ) -> [ReportedFile] {
    let sound = files.filter { $0.linter.configMistakes == nil }
    var findings = FileLinter.findings(in: sound).makeIterator()
    return files.map { source, linter in
      if let mistakes = linter.configMistakes { return ReportedFile(configMistakes: mistakes) }
      return ReportedFile(findings.next() ?? [], in: source, style)
    }
  }

  private init(configMistakes: FileFindings) {
    self.configMistakes = configMistakes
  }

  private init(_ findings: [Diagnostic], in source: SourceText, _ style: Style) {
    counts = FindingCounts(findings)
    if findings.isEmpty { return }
    text = TextReport.bytes([FileFindings(source: source, diagnostics: findings)], style: style)
  }
}

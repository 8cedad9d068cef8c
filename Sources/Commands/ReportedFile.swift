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

  init(_ source: SourceText, _ style: Style, _ linter: FileLinter) {
    configMistakes = linter.configMistakes
    guard configMistakes == nil else { return }
    let findings = linter.findings(in: source)
    counts = FindingCounts(findings)
    if findings.isEmpty { return }
    text = TextReport.bytes([FileFindings(source: source, diagnostics: findings)], style: style)
  }
}

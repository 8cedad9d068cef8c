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

  /// Of a file that was linted.
  init(_ file: FileLinter, _ style: Style) {
    configMistakes = file.configMistakes
    counts = FindingCounts(file.findings)
    if file.findings.isEmpty { return }
    let findings = FileFindings(source: file.source, diagnostics: file.findings)
    text = TextReport.bytes([findings], style: style)
  }
}

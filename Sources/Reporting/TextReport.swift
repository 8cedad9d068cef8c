import Diagnostics

/// Findings for people: a headline, the source line with the range underlined, and what to do.
package enum TextReport {
  static func render(_ files: [FileFindings], style: Style) -> String {
    String(decoding: bytes(files, style: style), as: UTF8.self)
  }

  /// The report as UTF-8. Findings are parted by an empty line.
  package static func bytes(_ files: [FileFindings], style: Style) -> [UInt8] {
    let count = files.reduce(0) { $0 + $1.diagnostics.count }
    var report = ReportText(style: style, capacity: count * usualSize)
    for file in files {
      for index in file.diagnostics.indices {
        if !report.isEmpty { report.add("\n") }
        write(file.diagnostics[index], in: file.source, to: &report)
      }
    }
    return report.bytes
  }

  /// Bytes that most findings do not exceed.
  private static let usualSize = 512

  private static func write(
    _ diagnostic: Diagnostic, in source: SourceText, to report: inout ReportText
  ) {
    ConciseReport.writeHeadline(diagnostic, in: source, to: &report)
    report.add("\n")
    let frame = SnippetFrame(source: source, diagnostic: diagnostic)
    frame.write(to: &report)
    if let help = diagnostic.help { frame.write("help: ", help, to: &report) }
    if let words = diagnostic.serviceMessage {
      frame.write("CodeBuild would say: ", words, to: &report)
    }
  }
}

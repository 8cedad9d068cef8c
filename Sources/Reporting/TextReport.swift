import Diagnostics

/// Findings for people: a headline, the source line with the range underlined, and what to do.
enum TextReport {
  static func render(_ files: [FileFindings], style: Style) -> String {
    var report = ReportText(style: style)
    for file in files {
      for diagnostic in file.diagnostics {
        if !report.isEmpty { report.add("\n") }
        write(diagnostic, in: file.source, to: &report)
      }
    }
    return report.string
  }

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

import Diagnostics

/// Findings for people: a headline, the source line with the range underlined, and what to do.
enum TextReport {
  static func render(_ files: [FileFindings], style: Style) -> String {
    var output = ""
    for file in files {
      for diagnostic in file.diagnostics {
        if !output.isEmpty { output += "\n" }
        write(diagnostic, in: file.source, style, to: &output)
      }
    }
    return output
  }

  private static func write(
    _ diagnostic: Diagnostic, in source: SourceText, _ style: Style, to output: inout String
  ) {
    output += ConciseReport.headline(diagnostic, in: source, style: style)
    output += "\n"
    let frame = SnippetFrame(source: source, diagnostic: diagnostic, style: style)
    frame.write(to: &output)
    if let help = diagnostic.help {
      output += "\(frame.margin) \(style.cyan("=")) help: \(help)\n"
    }
    if let words = diagnostic.serviceMessage {
      output += "\(frame.margin) \(style.cyan("=")) CodeBuild would say: \(words)\n"
    }
  }
}

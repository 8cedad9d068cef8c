import Diagnostics

/// A table for the summary of a build, such as `$GITHUB_STEP_SUMMARY`; the gravest findings first.
enum MarkdownReport {
  static func render(_ files: [FileFindings]) -> String {
    var output = "### buildspec: \(FindingsSummary.text(FindingCounts(files)) ?? "no findings")\n"
    if FindingCounts(files).total == 0 { return output }
    output += "\n| severity | place | rule | message |\n| --- | --- | --- | --- |\n"
    for severity in [Severity.error, .warning, .info] {
      for file in files {
        for diagnostic in file.diagnostics where diagnostic.severity == severity {
          output += row(diagnostic, in: file.source)
        }
      }
    }
    return output
  }

  private static func row(_ diagnostic: Diagnostic, in source: SourceText) -> String {
    let position = source.position(at: diagnostic.range.start)
    let place = "\(source.path):\(position.line):\(position.column)"
    let rule = "\(diagnostic.rule.code) \(diagnostic.rule.name)"
    let words = FindingText.lines(diagnostic).split(separator: "\n").map {
      MarkdownText.escaped(String($0))
    }
    return "| \(diagnostic.severity.rawValue) | \(MarkdownText.escaped(place)) | \(rule) "
      + "| \(words.joined(separator: "<br>")) |\n"
  }
}

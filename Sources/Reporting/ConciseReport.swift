import Diagnostics

/// One line for each finding.
enum ConciseReport {
  static func render(_ files: [FileFindings]) -> String {
    var report = ReportText(style: Style(isColored: false))
    for file in files {
      for diagnostic in file.diagnostics {
        writeHeadline(diagnostic, in: file.source, to: &report)
        report.add("\n")
      }
    }
    return report.string
  }

  /// `path:line:column: severity[CODE name]: message`
  static func writeHeadline(
    _ diagnostic: Diagnostic, in source: SourceText, to report: inout ReportText
  ) {
    let position = source.position(at: diagnostic.range.start)
    report.add(in: .bold) { report in
      report.add(source.path)
      report.add(":")
      report.add(String(position.line))
      report.add(":")
      report.add(String(position.column))
      report.add(":")
    }
    report.add(" ")
    report.add(in: diagnostic.severity.code) { report in
      report.add(diagnostic.severity.rawValue)
      report.add("[")
      report.add(diagnostic.rule.code)
      report.add(" ")
      report.add(diagnostic.rule.name)
      report.add("]")
    }
    report.add(": ")
    report.add(in: .bold) { $0.add(diagnostic.message) }
  }
}

extension Style {
  func severity(_ severity: Severity, _ text: String) -> String { wrap(text, severity.code) }
}

extension Severity {
  /// How reports show it.
  var code: Style.Code {
    switch self {
    case .error: .red
    case .warning: .yellow
    case .info: .blue
    }
  }
}

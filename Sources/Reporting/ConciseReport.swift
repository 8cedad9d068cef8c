import Diagnostics

/// One line for each finding.
enum ConciseReport {
  static func render(_ files: [FileFindings]) -> String {
    var output = ""
    for file in files {
      for diagnostic in file.diagnostics {
        output += headline(diagnostic, in: file.source, style: Style(isColored: false)) + "\n"
      }
    }
    return output
  }

  /// `path:line:column: severity[CODE name]: message`
  static func headline(
    _ diagnostic: Diagnostic, in source: SourceText, style: Style
  ) -> String {
    let position = source.position(at: diagnostic.range.start)
    let severity = diagnostic.severity.rawValue
    let rule = diagnostic.rule
    let name = "\(severity)[\(rule.code) \(rule.name)]"
    let place = "\(source.path):\(position.line):\(position.column):"
    return "\(style.bold(place)) \(style.severity(diagnostic.severity, name)): "
      + style.bold(diagnostic.message)
  }
}

extension Style {
  func severity(_ severity: Severity, _ text: String) -> String {
    switch severity {
    case .error: red(text)
    case .warning: yellow(text)
    case .info: blue(text)
    }
  }
}

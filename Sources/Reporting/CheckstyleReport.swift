import Diagnostics

/// Checkstyle XML, which Jenkins, SonarQube and reviewdog read.
enum CheckstyleReport {
  static func render(_ files: [FileFindings]) -> String {
    let elements = files.map(file).joined()
    return XMLText.declaration + "<checkstyle version=\"4.3\">\n\(elements)</checkstyle>\n"
  }

  private static func file(_ file: FileFindings) -> String {
    let errors = file.diagnostics.map { error($0, in: file.source) }.joined()
    return "  <file\(XMLText.attributes(["name": file.source.path]))>\n\(errors)  </file>\n"
  }

  private static func error(_ diagnostic: Diagnostic, in source: SourceText) -> String {
    let place = source.position(at: diagnostic.range.start)
    let attributes = XMLText.attributes([
      "line": "\(place.line)", "column": "\(place.column)",
      "severity": diagnostic.severity.rawValue, "message": FindingText.lines(diagnostic),
      "source": "buildspec.\(diagnostic.rule.code).\(diagnostic.rule.name)",
    ])
    return "    <error\(attributes)/>\n"
  }
}

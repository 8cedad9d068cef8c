import Diagnostics
import Reporting
import TestSupport
import Testing

@Suite struct FindingsReportTests {
  private let source = SourceText(
    path: "ci/buildspec.yml", text: "version: 0.2\nkéy: «x» 😀 value\n")

  private var findings: [FileFindings] {
    [
      FileFindings(
        source: source,
        diagnostics: [
          Diagnostic(
            rule: RuleIdentity(code: "BS999", name: "made-up"), severity: .warning,
            message: "a \"message\" with é", range: SourceRange(start: 19, end: 24),
            related: [RelatedLocation(range: SourceRange(start: 0, end: 7), message: "see here")],
            help: "do this", serviceMessage: "YAML_FILE_ERROR",
            fix: Fix(
              title: "mend it", safety: .safe,
              edits: [TextEdit(range: SourceRange(start: 19, end: 24), replacement: "'y'")]))
        ])
    ]
  }

  @Test(arguments: FindingsFormat.allCases)
  func `each format matches its snapshot`(_ format: FindingsFormat) throws {
    let text = FindingsReport.render(findings, as: format, style: Style(isColored: false))
    try Snapshot.expect(text, in: Snapshot.path("Snapshots/findings.\(format.rawValue).txt"))
  }

  @Test func `colored text matches its snapshot`() throws {
    let text = FindingsReport.render(findings, as: .text, style: Style(isColored: true))
    try Snapshot.expect(text, in: Snapshot.path("Snapshots/findings.colored.txt"))
  }

  @Test func `a long line is cut around its finding`() throws {
    let long = String(repeating: "a", count: 500) + "HERE" + String(repeating: "b", count: 500)
    let source = SourceText(path: "t", text: long + "\n")
    let diagnostic = Diagnostic(
      rule: RuleIdentity(code: "BS999", name: "made-up"), severity: .error, message: "m",
      range: SourceRange(start: 500, end: 504))
    let text = FindingsReport.render(
      [FileFindings(source: source, diagnostics: [diagnostic])], as: .text,
      style: Style(isColored: false))
    let lines = text.split(separator: "\n")
    let column = lines[3].count - 4
    #expect(lines.allSatisfy { $0.count < 120 })
    #expect(lines[2].dropFirst(column).hasPrefix("HERE"))
  }

  @Test func `nothing found is an empty text and a complete JSON document`() {
    #expect(FindingsReport.render([], as: .text, style: Style(isColored: false)) == "")
    let json = FindingsReport.render([], as: .json, style: Style(isColored: false))
    #expect(json.contains("\"findings\": []"))
  }
}

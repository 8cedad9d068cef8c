import Diagnostics
import TestSupport
import Testing

@testable import Reporting

/// Texts that would break a format if they were written as they stand.
@Suite struct FormatEscapingTests {
  private static let nasty = "a]b'c|d<e>&\"f%g:h,i\u{1B}[0m\u{0}j\nk\rl`m``n é😀"

  private func render(_ format: FindingsFormat, path: String = "b.yml", fix: Fix? = nil) -> String {
    let source = SourceText(path: path, text: "version: 0.2\nphases:\n")
    let diagnostic = Diagnostic(
      rule: RuleIdentity(code: "BS999", name: "made-up"), severity: .error, message: Self.nasty,
      range: SourceRange(start: 9, end: 12), fix: fix)
    return FindingsReport.render(
      [FileFindings(source: source, diagnostics: [diagnostic])], as: format,
      style: Style(isColored: false),
      context: ReportContext(paths: ReportPaths(root: "/home/user/repo")))
  }

  @Test func `XML has references for what it may not hold`() {
    for format in [FindingsFormat.junit, .checkstyle] {
      let text = render(format)
      #expect(
        text.contains(
          "a]b&apos;c|d&lt;e&gt;&amp;&quot;f%g:h,i\u{FFFD}[0m\u{FFFD}j&#10;k&#13;l`m``n é😀"))
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
  }

  @Test func `a workflow command stays on one line`() {
    let lines = render(.github, path: "a:b,c%.yml").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("::error file=a%3Ab%2Cc%25.yml,line=1,endLine=1,col=10,"))
    #expect(lines[0].contains("f%25g:h,i"))
    #expect(lines[0].contains("j%0Ak%0Dl"))
    #expect(lines[1] == "buildspec: 1 error in 1 file")
  }

  @Test func `a workflow command over several lines has no columns`() {
    let source = SourceText(path: "b.yml", text: "version: 0.2\nphases:\n")
    let diagnostic = Diagnostic(
      rule: RuleIdentity(code: "BS999", name: "made-up"), severity: .info, message: "m",
      range: SourceRange(start: 9, end: 20))
    let text = FindingsReport.render(
      [FileFindings(source: source, diagnostics: [diagnostic])], as: .github,
      style: Style(isColored: false))
    #expect(text.hasPrefix("::notice file=b.yml,line=1,endLine=2,title=BS999 made-up::m\n"))
  }

  @Test func `a service message stays on one line`() {
    let lines = render(.teamcity).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[1].contains("a|]b|'c||d<e>&\"f%g:h,i|0x001b|[0m|0x0000j|nk|rl`m``n |0x00e9"))
    #expect(lines[1].contains("|0xd83d|0xde00"))
  }

  @Test func `a table row of Markdown stays one row`() {
    let lines = render(.markdown).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[3].contains("a\\]b'c\\|d\\<e\\>\\&"))
  }

  @Test func `the gravest findings come first where only some are shown`() {
    let source = SourceText(path: "b.yml", text: "version: 0.2\nphases:\n")
    let severities: [Severity] = [.info, .error, .warning, .error]
    let diagnostics = severities.enumerated().map { index, severity in
      Diagnostic(
        rule: RuleIdentity(code: "BS99\(index)", name: "made-up"), severity: severity,
        message: "m", range: SourceRange(start: index, end: index + 1))
    }
    let files = [FileFindings(source: source, diagnostics: diagnostics)]
    let lines = FindingsReport.render(files, as: .github, style: Style(isColored: false))
      .split(separator: "\n")
    #expect(lines.dropLast().map { $0.prefix(4) } == ["::er", "::er", "::wa", "::no"])
    #expect(lines.last == "buildspec: 2 errors, 1 warning, 1 info in 1 file")
  }

  @Test func `a fix without a change is left out of SARIF`() {
    let fix = Fix(title: "nothing", safety: .safe, edits: [])
    #expect(!render(.sarif, fix: fix).contains("fixes"))
  }

  @Test func `paths are relative to the current folder`() {
    for path in ["./ci/../b.yml", "/home/user/repo/b.yml", "/home/user/repo/./b.yml"] {
      #expect(render(.gitlab, path: path).contains("\"path\": \"b.yml\""))
      #expect(render(.sarif, path: path).contains("\"uri\": \"b.yml\""))
    }
    #expect(render(.sarif, path: "/else/a b.yml").contains("\"uri\": \"file:///else/a%20b.yml\""))
    #expect(render(.sarif, path: "../é.yml").contains("\"uri\": \"../%C3%A9.yml\""))
  }

  @Test func `a link is followed only when it leads inside`() {
    let links = ["in.yml": "/home/user/repo/real/b.yml", "out.yml": "/else/b.yml"]
    let paths = ReportPaths(root: "/home/user/repo") { links[$0] }
    #expect(paths.relative("in.yml") == "real/b.yml")
    #expect(paths.relative("out.yml") == "out.yml")
  }

  @Test func `equal findings of one line have different fingerprints in GitLab`() {
    let source = SourceText(path: "b.yml", text: "version: 0.2\nphases:\n")
    let diagnostic = Diagnostic(
      rule: RuleIdentity(code: "BS999", name: "made-up"), severity: .error, message: "m",
      range: SourceRange(start: 0, end: 3))
    let files = [
      FileFindings(source: source, diagnostics: Array(repeating: diagnostic, count: 300))
    ]
    let text = FindingsReport.render(files, as: .gitlab, style: Style(isColored: false))
    let prints = text.split(separator: "\n").filter { $0.contains("\"fingerprint\"") }
    #expect(Set(prints).count == 300)
  }
}

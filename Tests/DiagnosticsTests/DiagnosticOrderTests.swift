import Diagnostics
import Testing

@Suite struct DiagnosticOrderTests {
  @Test func `findings are sorted by place, then by code`() {
    let sorted = [finding("BS2", 5), finding("BS1", 5), finding("BS9", 1)].sorted()
    #expect(sorted.map(\.rule.code) == ["BS9", "BS1", "BS2"])
  }

  @Test func `severities are ordered`() {
    #expect(Severity.error > .warning)
    #expect(Severity.warning > .info)
  }

  @Test func `ranges know what they hold`() {
    let range = SourceRange(start: 2, end: 5)
    #expect(range.contains(SourceRange(start: 3, end: 5)))
    #expect(!range.contains(SourceRange(start: 3, end: 6)))
    #expect(range.union(SourceRange(start: 0, end: 3)) == SourceRange(start: 0, end: 5))
    #expect(SourceRange(start: 4, end: 1).isEmpty)
  }

  private func finding(_ code: String, _ start: Int) -> Diagnostic {
    Diagnostic(
      rule: RuleIdentity(code: code, name: code), severity: .error, message: "m",
      range: SourceRange(start: start, end: start + 1))
  }
}

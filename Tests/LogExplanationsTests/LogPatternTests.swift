import Testing

@testable import LogExplanations

@Suite struct LogPatternTests {
  @Test(arguments: [
    ("a {x} b", "..a one two b..", ["x": "one two"]),
    ("a {x}", "a rest of it", ["x": "rest of it"]),
    ("{x}: gone$", "sh: 1: foo: gone", ["x": "foo"]),
    ("line {#n}.", "line x. line 12.", ["n": "12"]),
    ("{x}: gone$", "foo: gone away", nil),
    ("line {#n}$", "line 12 and so on", nil),
    ("{x}: gone$", ": gone", nil),
    ("status {#n}$", "status 1 status 2", ["n": "2"]),
    ("a {x} b", "a b", nil),
  ])
  func `gaps are found`(_ pattern: String, _ line: String, _ gaps: [String: String]?) {
    #expect(LogPattern(pattern).match(Array(line.utf8)) == gaps)
  }
}

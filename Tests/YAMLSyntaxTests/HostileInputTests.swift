import Diagnostics
import Testing
import YAMLSyntax

/// Input made to hurt gives one problem, in bounded time and memory, and never a trap.
@Suite(.timeLimit(.minutes(5))) struct HostileInputTests {
  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func `nesting 100,000 deep stops at the limit`(_ opening: String) {
    let problems = problems(String(repeating: opening, count: 100_000))
    #expect(problems.count == 1)
    #expect(problems.first?.endsReading == true)
  }

  @Test func `an alias bomb stops at the limit`() {
    var text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
    for level in 1...12 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(problems(text).map(\.kind) == [.tooManyNodes(limit: YAMLLimits().nodes)])
  }

  @Test func `more on one line than the limit is not read`() {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: YAMLLimits().bytes + 1)
    #expect(problems(bytes).map(\.kind) == [.tooLarge(limit: YAMLLimits().bytes)])
  }

  @Test func `a long line within the limit is read`() {
    let text = "a: " + String(repeating: "b", count: 4 * 1024 * 1024)
    #expect(problems(text) == [])
  }

  @Test func `a NUL byte is named at its place`() {
    let problems = problems(Array("a: b\nc: ".utf8) + [0] + Array("d\n".utf8))
    #expect(problems.count == 1)
    #expect(problems.first?.range.start == 8)
    guard case .encoding = problems.first?.kind else {
      Issue.record("not an encoding problem: \(problems)")
      return
    }
  }

  @Test(
    arguments: [[0xFF], [0xC3, 0x28], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xC0, 0x80]] as [[UInt8]])
  func `invalid UTF-8 is named`(_ tail: [UInt8]) {
    let problems = problems(Array("a: b\nc: ".utf8) + tail)
    #expect(problems.count == 1)
    #expect((8...9).contains(problems.first?.range.start ?? 0))
  }

  @Test(arguments: ["", "\n\n", "# only a comment\n", "---\n", "~\n", "\u{FEFF}"])
  func `nothing in it is said once`(_ text: String) {
    #expect(problems(text).map(\.kind) == [.empty])
  }

  @Test func `UTF-16 is named`() {
    #expect(problems([0xFF, 0xFE, 0x61, 0x00]).map(\.kind) == [.encoding("UTF-16")])
  }

  @Test func `random bytes never trap`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let count = Int.random(in: 0..<200, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      _ = problems(bytes)
    }
  }

  @Test func `random pieces of YAML never trap`() {
    let pieces = [
      "- ", ": ", "a", "\n", "  ", "\t", "[", "]", "{", "}", "&x ", "*x", "|\n", ">-\n",
      "'", "\"", "#", "---", "...", "? ", "!t ", ",", "\\", "é", "%", "@", "`", "<<: ",
    ]
    for _ in 0..<5_000 {
      let count = Int.random(in: 0..<40)
      _ = problems((0..<count).map { _ in pieces.randomElement() ?? "" }.joined())
    }
  }

  private func problems(_ text: String) -> [YAMLProblem] {
    problems(Array(text.utf8))
  }

  private func problems(_ bytes: [UInt8]) -> [YAMLProblem] {
    YAMLDocument(parsing: SourceText(path: "hostile.yml", bytes: bytes)).problems
  }
}

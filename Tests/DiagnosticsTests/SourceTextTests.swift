import Diagnostics
import TestSupport
import Testing

@Suite struct SourceTextTests {
  @Test(arguments: [
    (0, 1, 1), (2, 1, 2), (3, 1, 3), (7, 1, 4), (8, 2, 1), (9, 2, 2), (11, 3, 1), (99, 3, 2),
  ])
  func `offsets are lines and columns of code points`(_ offset: Int, _ line: Int, _ column: Int) {
    // é has two bytes, the face four; the second line ends with CR LF.
    let source = SourceText(path: "t", text: "éa😀\nb\r\nc")
    #expect(source.position(at: offset) == SourcePosition(line: line, column: column))
  }

  @Test func `a lone carriage return ends a line too`() {
    let source = SourceText(path: "t", text: "a\rb\r\nc\nd")
    #expect(source.lines.starts == [0, 2, 5, 7])
    #expect((1...4).map { source.text(source.range(ofLine: $0)) } == ["a", "b", "c", "d"])
  }

  @Test func `a final line break opens an empty last line`() {
    let source = SourceText(path: "t", text: "a\n")
    #expect(source.lines.count == 2)
    #expect(source.range(ofLine: 2) == SourceRange(at: 2))
  }

  @Test func `UTF-16 units are counted for editors`() {
    let source = SourceText(path: "t", text: "é😀x")
    #expect(source.utf16Units(0..<7) == 4)
    #expect(source.codePoints(0..<7) == 3)
  }

  @Test func `broken UTF-8 is shown, not refused`() {
    let source = SourceText(path: "t", bytes: [0x61, 0xFF, 0x62])
    #expect(source.text(SourceRange(start: 0, end: 3)) == "a\u{FFFD}b")
    #expect(source.position(at: 2).column == 3)
  }
}

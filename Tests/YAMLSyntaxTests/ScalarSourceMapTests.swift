import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

@Suite struct ScalarSourceMapTests {
  @Test(arguments: [
    ("plain", "k: make test\n"),
    ("plain over two lines", "k: make\n  test\n"),
    ("plain with an empty line", "k: make\n\n\n  test\n"),
    ("plain with CRLF", "k: make\r\n  test\r\n"),
    ("single quoted", "k: 'it''s  here'\n"),
    ("single quoted over lines", "k: 'one \n\n   two\n   three'\n"),
    ("double quoted", "k: \"tab\\there \\u00e9 \\x41 \\\"q\\\"\"\n"),
    ("double quoted with an escaped break", "k: \"one \\\n   two\\\n\n   three\"\n"),
    ("literal", "k: |\n  one\n    two\n\n  three\n"),
    ("literal, stripped", "k: |-\n  one\n  two\n\n"),
    ("literal, kept", "k: |+\n  one\n\n\nnext: 1\n"),
    ("literal with a named indentation", "k: |2\n    one\n  two\n"),
    ("literal with CRLF", "k: |\r\n  one\r\n  two\r\n"),
    ("literal at the end of the file", "k: |\n  one\n  two"),
    ("folded", "k: >\n  one\n  two\n\n  three\n    four\n  five\n"),
    ("folded, stripped, with a comment", "k: >- # why\n  one\n  two\n"),
    ("plain behind an anchor and a tag", "k: &a !!str make test\n"),
    ("literal behind an anchor", "k: &a |\n  one\n  two\n"),
    ("double quoted behind a tag", "k: !!str\n  \"a\\tb\"\n"),
    ("beyond ASCII", "k: 'é 😀 ü'\n"),
    ("literal beyond ASCII", "k: |\n  é\n  😀 ü\n"),
  ])
  func `every style maps back to its source`(_ name: String, _ text: String) throws {
    try expectExact(SourceText(path: name, text: text))
  }

  @Test func `a place inside a literal points at its line`() throws {
    let marked = MarkedText("k:\n  - |\n    one\n    «two»\n")
    let source = SourceText(path: "t", text: marked.text)
    let node = try #require(YAMLDocument(parsing: source).root?["k"]?.sequence?.first)
    let scalar = try #require(node.scalar)
    let map = try #require(ScalarSourceMap(of: scalar, at: node.range, in: source))
    #expect(map.sourceRange(of: SourceRange(start: 4, end: 7)) == marked.ranges[0])
  }

  /// Random scalars of all styles, with line breaks of both kinds, checked byte by byte.
  @Test func `ten thousand random scalars map back exactly`() throws {
    var random = SeededRandom(seed: 20_261_122)
    var mapped = 0
    while mapped < 10_000 {
      let source = SourceText(path: "random", text: RandomScalar.document(&random))
      let document = YAMLDocument(parsing: source)
      guard document.problems.isEmpty, document.root?["k"]?.scalar != nil else { continue }
      try expectExact(source)
      mapped += 1
    }
  }

  /// Each copied byte equals its source byte, the segments are in order and cover the text.
  private func expectExact(_ source: SourceText) throws {
    let node = try #require(YAMLDocument(parsing: source).root?["k"])
    let scalar = try #require(node.scalar)
    let map = try #require(
      ScalarSourceMap(of: scalar, at: node.range, in: source),
      "no map for \(source.text(SourceRange(start: 0, end: source.bytes.count)).debugDescription)")
    let decoded = Array(scalar.text.utf8)
    var covered = 0
    var last = node.range.start
    for segment in map.segments {
      #expect(segment.decoded.start == covered)
      #expect(segment.source.start >= last)
      covered = segment.decoded.end
      last = segment.source.end
      for offset in segment.decoded.start..<segment.decoded.end where segment.isCopy {
        let original = source.bytes[map.sourceOffset(of: offset)]
        let isBreak = original == 0x0A || original == 0x0D || segment.decoded.count == 1
        #expect(decoded[offset] == original || isBreak)
      }
    }
    #expect(covered == decoded.count)
  }
}

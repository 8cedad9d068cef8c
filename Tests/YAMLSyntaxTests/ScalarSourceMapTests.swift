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

  /// Scalars of all styles at all places, of which text and source of each piece are known.
  @Test func `ten thousand generated scalars map back exactly`() throws {
    var random = SeededRandom(seed: 20_261_122)
    for _ in 0..<10_000 {
      let document = ScalarDocument(&random)
      let faults = faults(in: document, &random)
      #expect(
        faults == [], "\(String(decoding: document.source.bytes, as: UTF8.self).debugDescription)")
    }
  }

  private func faults(in document: ScalarDocument, _ random: inout SeededRandom) -> [String] {
    let source = document.source
    let tree = YAMLDocument(parsing: source)
    guard tree.problems.isEmpty else { return ["problems: \(tree.problems)"] }
    guard let node = document.node(in: tree.root), let scalar = node.scalar else {
      return ["no scalar"]
    }
    guard Array(scalar.text.utf8) == document.decoded, scalar.style == document.style else {
      return ["read as \(scalar), not as \(String(decoding: document.decoded, as: UTF8.self))"]
    }
    // A block's node ends with its last letter, whatever blanks and breaks belong to its text.
    let isPlaced =
      document.isBlock
      ? node.range.start == document.range.start : node.range == document.range
    guard isPlaced else { return ["the node is at \(node.range), not at \(document.range)"] }
    guard let map = ScalarSourceMap(of: scalar, at: node.range, in: source) else {
      return ["no map"]
    }
    return misplaced(document.units, in: map, &random)
  }

  /// What the map says otherwise than the generator: of each piece, of a run of them, of the end.
  private func misplaced(
    _ units: [ScalarWriter.Unit], in map: ScalarSourceMap, _ random: inout SeededRandom
  ) -> [String] {
    var faults: [String] = []
    func expect(_ decoded: SourceRange, _ source: SourceRange) {
      let found = map.sourceRange(of: decoded)
      guard found != source || map.sourceOffset(of: decoded.start) != source.start else { return }
      faults.append("\(decoded) is at \(found), not at \(source)")
    }
    var places: [SourceRange] = []
    for unit in units {
      let start = places.last?.end ?? 0
      places.append(SourceRange(start: start, end: start + unit.decoded.count))
      expect(places[places.count - 1], unit.source)
    }
    guard let last = units.indices.last else { return faults }
    let first = Int.random(in: 0...last, using: &random)
    let other = Int.random(in: first...last, using: &random)
    expect(places[first].union(places[other]), units[first].source.union(units[other].source))
    if map.sourceOffset(of: places[last].end) != units[last].source.end {
      faults.append("the end is at \(map.sourceOffset(of: places[last].end))")
    }
    return faults
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

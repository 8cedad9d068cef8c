import Diagnostics
import SystemPackage
import TestSupport
import Testing

@testable import YAMLSyntax

/// The quick reader must give libyaml's tree or none.
@Suite struct BlockReaderTests {
  private func quick(_ text: String) -> YAMLNode? {
    BlockReader.root(of: SourceText(path: "t", text: text), limits: YAMLLimits())
  }

  private func expectSame(_ text: String) {
    let composed = YAMLDocument(composing: SourceText(path: "t", text: text))
    guard let root = quick(text) else { return }
    #expect(composed.problems.isEmpty, "\(text.debugDescription)")
    #expect(root.outline() == composed.root?.outline(), "\(text.debugDescription)")
  }

  @Test(arguments: [
    "a: 1\n", "a: 1", "# first\n\na: b c\n\n# last\n", "---\na: 1\n", "# c\n---\n\na: 1\n",
    "a:\n  b: 1\n  c:\n    d: 2\ne: 3\n", "a:\nb:\n", "a:\n- x\n- y\nb: 1\n",
    "a:\n  - x\n  -\n  - y\n",
    "a:\n  - b: 1\n    c: 2\n  - d: 3\n", "a:\n- - x\n  - y\n- z\n",
    "a: 'it''s'\nb: \"t\\\"q\\n\\\\\"\n",
    "'a b': 1\n\"c\": 2\n", "a : 1\n", "a: x:y\n", "a: b # c\n", "a: b#c\n",
    "a: |\n  one\n   two\n\n  three\n\n\nb: 1\n", "a: |-\n  one\n\nb: 1\n",
    "a: |+\n  one\n\n\nb: 1\n",
    "a: >\n  one\n  two\n\n  three\n    four\n  five\n", "a: >-\n  one\n\n\n  two\n",
    "a: |\n\n\n  one\n", "a: |\n  one", "a: |\n  one\n # less\nb: 1\n",
    "a: |\n  one\n    \n  two\n",
    "a:\n  |\n  one\n", "a: \"é\"\nb: é # ü\n", "a: 1\r\nb:\r\n  - |\r\n    one\r\n\r\n    two\r\n",
    "a: https://x/y?z=1\n", "a: -x\nb: --y\nc: ---z\n",
  ])
  func `reads what libyaml reads`(_ text: String) {
    #expect(quick(text) != nil, "\(text.debugDescription)")
    expectSame(text)
  }

  @Test(arguments: [
    "", "# only\n", "a\n", "- a\n", "a: [1]\n", "a: {b: 1}\n", "a: &x 1\nb: *x\n", "a: !t 1\n",
    "a: b: c\n",
    "a: - b\n", "a: 1\na: 2\n", "a: 1\n  b\n", "a: b\n c: d\n", "a:\n  - x\n y\n",
    "a:\n  - x\n  y: 1\n",
    "a: 'x\n  y'\n", "a: 'x' y\n", "a: 'x'#y\n", "a:\t1\n", "\ta: 1\n", "a: \"\\x41\"\n",
    "? a\n: b\n",
    "a: @x\n", "a: `x`\n", "a: %x\n", "%YAML 1.1\n---\na: 1\n", "a: 1\n---\nb: 2\n", "a: 1\n...\n",
    "--- a: 1\n", "---\n---\n", "a: |2\n  x\n", "a: | # c\n  x\n", "a: |\nb: 1\n",
    "a: |\n   \n  x\n",
    "a: |\n  x\n\ty\n", "\u{FEFF}a: 1\n", "a: \u{85}\n", "a: \u{2028}b\n", "a: 1\rb: 2\n",
    "a: \u{7F}\n",
    "a: \u{1}\n", "a: one\n  two\n", ": a\n", "a: 1\nb\n", "a: 1\n- b\n",
  ])
  func `leaves the rest to libyaml`(_ text: String) {
    #expect(quick(text) == nil, "\(text.debugDescription)")
  }

  @Test func `keys and depth have libyaml's bounds`() {
    let long = String(repeating: "k", count: 1_100)
    #expect(quick("\(long): 1\n") == nil)
    let deep = (0..<100).map { String(repeating: " ", count: $0) + "k:\n" }.joined()
    #expect(quick(deep) == nil)
  }

  /// Fixtures with a few bytes or lines changed: most are mistakes, some mean something else.
  @Test func `changed files are read alike or left to libyaml`() throws {
    var random = SeededRandom(seed: 20_261_123)
    let folder = FilePath(#filePath).removingLastComponent().appending("../Fixtures/lint/err")
    let texts = try TestFiles.list(folder.string).filter { $0.hasSuffix(".yml") }.map {
      String(decoding: try TestFiles.read(folder.appending($0).string), as: UTF8.self)
    }
    try #require(!texts.isEmpty)
    var readCount = 0
    for _ in 0..<4_000 {
      let text = changed(random.pick(texts), &random)
      if quick(text) != nil { readCount += 1 }
      expectSame(text)
    }
    #expect(readCount > 1_000)
  }

  private func changed(_ text: String, _ random: inout SeededRandom) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    for _ in 0..<Int.random(in: 1...3, using: &random) where !lines.isEmpty {
      let line = Int.random(in: lines.indices, using: &random)
      let place = Int.random(in: 0...lines[line].count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: lines[line].insert(contentsOf: random.pick(Self.pieces), at: place)
      case 1: if place < lines[line].count { lines[line].remove(at: place) }
      case 2: lines.remove(at: line)
      case 3: lines.insert(random.pick(lines), at: line)
      default: lines[line].insert(contentsOf: "  ", at: 0)
      }
    }
    return lines.map { String($0) }.joined(separator: "\n")
  }

  private static let pieces = [
    " ", "  ", "\t", ":", ": ", " #", "#", "- ", "-", "'", "\"", "|", ">", " |\n", " >-\n", "\n",
    "\r\n",
    "\\", "\\n", "[", "]", "{", "}", "&a ", "*a", "!t ", "? ", "---\n", "...\n", "%", "@", "`", ",",
    "é",
    "\u{2028}", "\u{7F}",
  ]
}

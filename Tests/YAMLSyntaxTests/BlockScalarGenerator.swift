import Diagnostics
import TestSupport
import YAMLSyntax

/// Writes literal and folded scalars with every kind of header.
struct BlockScalarGenerator {
  let style: YAMLScalar.Style
  /// Column of the collection that the scalar stands in, -1 at the top.
  let parentIndent: Int
  /// Whether the file may end in the middle of the last line.
  let mayEndFile: Bool
  let lineBreak: String

  private struct Break {
    var kind: LineBreakKind
    var source: SourceRange
  }

  func write(to writer: inout ScalarWriter, _ random: inout SeededRandom) {
    let explicit = random.chance(4) ? Int.random(in: 1...9, using: &random) : nil
    let chomping = random.pick(["", "-", "+"])
    let indent =
      explicit.map { max(parentIndent, 0) + $0 }
      ?? max(parentIndent + 1, 1) + Int.random(in: 0...3, using: &random)
    header(explicit.map(String.init) ?? "", chomping, &writer, &random)

    let count = random.chance(12) ? 0 : Int.random(in: 1...5, using: &random)
    var pending: [Break] = emptyLines(upTo: indent, &writer, &random)
    var previous: String?
    for line in 0..<count {
      let text = content(mayStartBlank: line > 0 || explicit != nil, &random)
      add(pending, between: previous, and: text, to: &writer)
      writer.write(String(repeating: " ", count: indent))
      writer.copy(text)
      previous = text
      let isLast = line == count - 1
      if isLast, mayEndFile, random.chance(3) { return }
      pending = [lineEnd(&writer, &random)] + emptyLines(upTo: indent, &writer, &random)
    }
    let kept = chomping == "+" ? pending.count : chomping == "-" || count == 0 ? 0 : 1
    for line in pending.prefix(kept) { writer.add(line.kind.decoded, from: line.source) }
  }

  private func header(
    _ indicator: String, _ chomping: String, _ writer: inout ScalarWriter,
    _ random: inout SeededRandom
  ) {
    writer.write(style == .literal ? "|" : ">")
    writer.write(random.chance(2) ? indicator + chomping : chomping + indicator)
    writer.write(random.pick(["", "", "", " ", "\t", " # why: 'é' |2+", "  #"]))
    writer.write(lineBreak)
  }

  /// The breaks between two lines, folded where both begin with text.
  private func add(
    _ breaks: [Break], between previous: String?, and next: String, to writer: inout ScalarWriter
  ) {
    var kept = breaks[...]
    if style == .folded, let previous, !startsBlank(previous), !startsBlank(next),
      let first = kept.first, first.kind.isFoldable
    {
      kept = kept.dropFirst()
      if kept.isEmpty { writer.add(" ", from: first.source) }
    }
    for line in kept { writer.add(line.kind.decoded, from: line.source) }
  }

  private func startsBlank(_ text: String) -> Bool {
    text.utf8.first == 0x20 || text.utf8.first == 0x09
  }

  private func emptyLines(
    upTo indent: Int, _ writer: inout ScalarWriter, _ random: inout SeededRandom
  ) -> [Break] {
    let count = random.chance(3) ? Int.random(in: 1...3, using: &random) : 0
    return (0..<count).map { _ in
      writer.write(String(repeating: " ", count: Int.random(in: 0...indent, using: &random)))
      return lineEnd(&writer, &random)
    }
  }

  private func lineEnd(_ writer: inout ScalarWriter, _ random: inout SeededRandom) -> Break {
    let kind = LineBreakKind.random(lineBreak, &random)
    let start = writer.offset
    writer.write(kind.source)
    return Break(kind: kind, source: SourceRange(start: start, end: writer.offset))
  }

  private func content(mayStartBlank: Bool, _ random: inout SeededRandom) -> String {
    if mayStartBlank, random.chance(10) { return random.pick([" ", "\t", "   "]) }
    let start = mayStartBlank && random.chance(4) ? random.pick([" ", "  ", "\t"]) : ""
    return start + random.pick(Self.starts)
      + (0..<Int.random(in: 0...5, using: &random)).map { _ in random.pick(Self.pieces) }.joined()
  }

  private static let starts = ["a", "make", "é", "😀", "- ", "# ", "---", "k: ", "'", "|", "%", "{"]
  private static let pieces = [
    "a", "make", " ", "  ", "é", "😀", "ü\u{301}", "漢", "$X", "'", "\\n", "\"", "x=1", "-", ": ",
    " #", "\t", "0", "]", ">",
  ]
}

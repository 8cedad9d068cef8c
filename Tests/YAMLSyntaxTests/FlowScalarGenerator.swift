import Diagnostics
import TestSupport
import YAMLSyntax

/// Writes plain and quoted scalars, on one line or several.
struct FlowScalarGenerator {
  let style: YAMLScalar.Style
  /// Columns that a continuation must have.
  let indent: Int
  /// Whether the scalar stands inside `[…]` or `{…}`.
  let isInFlow: Bool
  let lineBreak: String

  func write(to writer: inout ScalarWriter, _ random: inout SeededRandom) {
    let quote = style == .singleQuoted ? "'" : style == .doubleQuoted ? "\"" : ""
    let count = random.chance(2) ? 1 : Int.random(in: 2...4, using: &random)
    writer.write(quote)
    for line in 0..<count {
      let isOuter = line == 0 || line == count - 1
      if style == .plain || !isOuter || !random.chance(6) {
        if line == 0, style != .plain, random.chance(5) { blanks(&writer, &random) }
        words(&writer, &random)
        if line == count - 1, style != .plain, random.chance(5) { blanks(&writer, &random) }
      }
      if line < count - 1 { join(&writer, &random) }
    }
    writer.write(quote)
  }

  /// Blanks that stay.
  private func blanks(_ writer: inout ScalarWriter, _ random: inout SeededRandom) {
    writer.copy(random.pick([" ", "  ", "\t", " \t "]))
  }

  private func words(_ writer: inout ScalarWriter, _ random: inout SeededRandom) {
    for word in 0..<Int.random(in: 1...4, using: &random) {
      if word > 0 { blanks(&writer, &random) }
      if style == .plain { writer.copy(random.pick(["a", "make", "é", "😀", "/", "$X", "0"])) }
      for _ in 0..<Int.random(in: 1...4, using: &random) { piece(&writer, &random) }
    }
  }

  private func piece(_ writer: inout ScalarWriter, _ random: inout SeededRandom) {
    switch style {
    case .singleQuoted where random.chance(5): writer.write("''", meaning: "'")
    case .singleQuoted: writer.copy(random.pick(Self.anywhere + Self.quotedOnly + ["\"", "\\"]))
    case .doubleQuoted where random.chance(2):
      let (escape, decoded) = random.pick(Self.escapes)
      writer.write(escape, meaning: decoded)
    case .doubleQuoted: writer.copy(random.pick(Self.anywhere + Self.quotedOnly + ["'"]))
    default:
      writer.copy(random.pick(Self.anywhere + Self.plainOnly + (isInFlow ? [] : Self.flowSigns)))
    }
  }

  /// Ends a line inside the scalar: folded, or in double quotes perhaps escaped.
  private func join(_ writer: inout ScalarWriter, _ random: inout SeededRandom) {
    let isEscaped = style == .doubleQuoted && random.chance(3)
    if isEscaped, random.chance(3) { blanks(&writer, &random) }
    let start = writer.offset
    writer.write(isEscaped ? "\\" : random.pick(["", "", " ", "\t", "  "]))
    let breaks = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      LineBreakKind.random(lineBreak, &random)
    }
    var later: [(LineBreakKind, SourceRange)] = []
    for (index, kind) in breaks.enumerated() {
      let from = writer.offset
      writer.write(kind.source)
      if index > 0 { later.append((kind, SourceRange(start: from, end: writer.offset))) }
      let isLast = index == breaks.count - 1
      let columns = (isLast ? indent : 0) + Int.random(in: 0...2, using: &random)
      writer.write(String(repeating: " ", count: columns))
      if isLast, style != .plain, random.chance(8) { writer.write("\t") }
    }
    if !isEscaped {
      let source = SourceRange(start: start, end: later.first?.1.start ?? writer.offset)
      if !breaks[0].isFoldable {
        writer.add(breaks[0].decoded, from: source)
      } else if later.isEmpty {
        writer.add(" ", from: source)
      }
    }
    for (kind, source) in later { writer.add(kind.decoded, from: source) }
  }

  private static let anywhere = [
    "a", "make", "é", "😀", "ü\u{301}", "漢", "$X", "x=1", "-", "0", "&", "*", "!", "|", ">", "%",
    "@",
    "`", "\u{A0}", "\u{FEFF}a",
  ]
  private static let plainOnly = [":a", "a#", "'", "\"", "\\", "\\n"]
  private static let flowSigns = [",", "[", "]", "{", "}", "?"]
  private static let quotedOnly = [":", "#", ",", "[", "]", "{", "}", "?"]
  private static let escapes = [
    ("\\0", "\0"), ("\\a", "\u{7}"), ("\\b", "\u{8}"), ("\\t", "\t"), ("\\\t", "\t"),
    ("\\n", "\n"), ("\\v", "\u{B}"), ("\\f", "\u{C}"), ("\\r", "\r"), ("\\e", "\u{1B}"),
    ("\\ ", " "), ("\\\"", "\""), ("\\/", "/"), ("\\\\", "\\"), ("\\N", "\u{85}"),
    ("\\_", "\u{A0}"), ("\\L", "\u{2028}"), ("\\P", "\u{2029}"), ("\\x41", "A"), ("\\xE9", "é"),
    ("\\u00e9", "é"), ("\\u20AC", "€"), ("\\U0001F600", "😀"),
  ]
}

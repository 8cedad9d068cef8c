import BuildspecModel
import Diagnostics
import YAMLSyntax

/// The lines of a command as they stand in the file, and which of them YAML joins.
struct FoldedLines {
  struct Line {
    var text: String
    var range: SourceRange
    var indentation: Int
  }

  private let style: YAMLScalar.Style

  /// Each two lines between which YAML puts a blank.
  let pairs: [(line: Line, next: Line)]

  init(_ command: Command, _ source: SourceText) {
    style = command.style
    let first = source.lines.line(at: command.range.start)
    let last = source.lines.line(at: max(command.range.start, command.range.end - 1))
    // The first line of a block is its sign.
    let start = command.style == .folded ? first + 1 : first
    let lines = (start...max(start, last)).compactMap { number -> Line? in
      guard number <= last else { return nil }
      let whole = source.range(ofLine: number)
      let from = max(whole.start, command.range.start)
      let to = min(whole.end, command.range.end)
      var bytes = source.bytes[from..<max(from, to)]
      let blanks = bytes.prefix { $0 == 0x20 || $0 == 0x09 }.count
      bytes = bytes.dropFirst(blanks)
      while let byte = bytes.last, byte == 0x20 || byte == 0x09 || byte == 0x0D {
        bytes = bytes.dropLast()
      }
      return Line(
        text: String(decoding: bytes, as: UTF8.self),
        range: SourceRange(start: bytes.startIndex, end: bytes.endIndex), indentation: blanks)
    }
    pairs = Self.pairs(lines, command.style)
  }

  private static func pairs(
    _ lines: [Line], _ style: YAMLScalar.Style
  ) -> [(line: Line, next: Line)] {
    // In a folded block lines that stand further in keep their breaks.
    let base = lines.filter { !$0.text.isEmpty }.map(\.indentation).min() ?? 0
    var pairs: [(line: Line, next: Line)] = []
    for (line, next) in zip(lines, lines.dropFirst())
    where !line.text.isEmpty && !next.text.isEmpty {
      if style != .folded || line.indentation == base && next.indentation == base {
        pairs.append((line: line, next: next))
      }
    }
    return pairs
  }

  /// Each backslash at the end of such a line, with the blanks before it; between double quotes
  /// YAML itself takes it for a join.
  var slashes: [SourceRange] {
    guard style != .doubleQuoted else { return [] }
    return pairs.map(\.line).compactMap { line in
      guard line.text.utf8.last == UInt8(ascii: "\\") else { return nil }
      let slashes = line.text.utf8.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      guard slashes % 2 == 1 else { return nil }
      return SourceRange(start: line.range.end - 1, end: line.range.end)
    }
  }
}

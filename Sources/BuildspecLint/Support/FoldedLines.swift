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
  private let lines: [Line]

  init(_ command: Command, _ source: SourceText) {
    style = command.style
    let first = source.lines.line(at: command.range.start)
    let last = source.lines.line(at: max(command.range.start, command.range.end - 1))
    // The first line of a block is its sign.
    let start = command.style == .folded ? first + 1 : first
    lines = (start...max(start, last)).compactMap { number -> Line? in
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
  }

  /// Each two lines between which YAML puts a blank.
  var pairs: [(line: Line, next: Line)] {
    // In a folded block lines that stand further in keep their breaks.
    let base = lines.filter { !$0.text.isEmpty }.map(\.indentation).min() ?? 0
    return zip(lines, lines.dropFirst()).filter { line, next in
      guard !line.text.isEmpty, !next.text.isEmpty else { return false }
      return style != .folded || line.indentation == base && next.indentation == base
    }.map { (line: $0, next: $1) }
  }

  /// The lines to which YAML joins another one.
  var joined: [Line] { pairs.map(\.line) }

  /// Each backslash at the end of such a line, with the blanks before it; between double quotes
  /// YAML itself takes it for a join.
  var slashes: [SourceRange] {
    guard style != .doubleQuoted else { return [] }
    return joined.compactMap { line in
      let bytes = Array(line.text.utf8)
      let slashes = bytes.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      guard slashes % 2 == 1 else { return nil }
      return SourceRange(start: line.range.end - 1, end: line.range.end)
    }
  }
}

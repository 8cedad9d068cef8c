package import Diagnostics
import YAMLSyntax

extension EmbeddedBuildspec {
  /// Whether the text has lines of its own in the file.
  package var isBlock: Bool { notation.quoting == .block }

  /// A change of the text as changes of the file; `nil` when it cannot be written there.
  package func edits(_ edits: [TextEdit]) -> [TextEdit]? {
    var written: [TextEdit] = []
    for edit in edits {
      guard let edit = self.edit(edit) else { return nil }
      written.append(edit)
    }
    return written
  }

  private func edit(_ edit: TextEdit) -> TextEdit? {
    guard !touchesSign(edit), let pieces = pieces(of: edit.replacement) else { return nil }
    switch notation.quoting {
    case .fixed: return nil
    case .block where isIndented(after: edit): return nil
    case .block: return blockEdit(edit.range, pieces.map(\.text).joined())
    case .singleQuoted:
      guard !edit.replacement.utf8.contains(0x0A) else { return nil }
      return quotedEdit(edit.range, pieces) { $0.replacing("'", with: "''") }
    case .doubleQuoted: return quotedEdit(edit.range, pieces, Self.escaped)
    }
  }

  /// Whether the change begins or ends at an escaped `${`, or makes one with what stands beside it.
  private func touchesSign(_ edit: TextEdit) -> Bool {
    guard !notation.escapes.isEmpty else { return false }
    let (start, end) = (edit.range.start, edit.range.end)
    let new = Array(edit.replacement.utf8)
    return [start, end].contains { Self.holdsSign(source.bytes[max(0, $0 - 2)...].prefix(4)) }
      || Self.holdsSign(source.bytes[..<start].suffix(1) + new.prefix(1))
      || Self.holdsSign(new.suffix(1) + source.bytes[end...].prefix(1))
      || Self.holdsSign(source.bytes[..<start].suffix(1) + source.bytes[end...].prefix(1))
  }

  private static func holdsSign(_ bytes: ArraySlice<UInt8>) -> Bool {
    zip(bytes, bytes.dropFirst()).contains {
      ($0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "%")) && $1 == UInt8(ascii: "{")
    }
  }

  /// The replacement with placeholders as they were, and the template's own signs escaped.
  private func pieces(of replacement: String) -> [PlaceholderWords.Piece]? {
    words.pieces(of: replacement)?.map { piece in
      guard !piece.isPlaceholder else { return piece }
      return PlaceholderWords.Piece(
        text: notation.escapes.reduce(piece.text) { $0.replacing($1.sign, with: $1.written) })
    }
  }

  private func quotedEdit(
    _ range: SourceRange, _ pieces: [PlaceholderWords.Piece], _ escape: (String) -> String
  ) -> TextEdit {
    let text = pieces.map { $0.isPlaceholder ? $0.text : escape($0.text) }.joined()
    return TextEdit(range: map.sourceRange(of: range), replacement: text)
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += "\\t"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

// Lines of a block. A place at the start of a line of the text is the start of the line in the file,
// before the indentation, so that whole lines come and go.
extension EmbeddedBuildspec {
  private func blockEdit(_ range: SourceRange, _ replacement: String) -> TextEdit {
    let indent = indentation
    var text = ""
    var isAtStart = isLineStart(range.start)
    let start = isAtStart ? outerLineStart(range.start) : map.sourceOffset(of: range.start)
    for scalar in replacement.unicodeScalars {
      if isAtStart, scalar != "\n" { text += indent }
      text.unicodeScalars.append(scalar)
      isAtStart = scalar == "\n"
    }
    var end = map.sourceOffset(of: range.end)
    if isAtStart, isLineStart(range.end) {
      end = outerLineStart(range.end)
    } else if isAtStart, !isLineEnd(range.end) {
      text += indent
    } else if !isAtStart, range.end == source.bytes.count, end == outerLineStart(range.end) {
      text += "\n"
    }
    return TextEdit(range: SourceRange(start: start, end: max(start, end)), replacement: text)
  }

  /// Whether the first line would be indented then: YAML and Terraform would take that for the
  /// indentation of the block.
  private func isIndented(after edit: TextEdit) -> Bool {
    let parts = [
      source.bytes[..<edit.range.start], Array(edit.replacement.utf8)[...],
      source.bytes[edit.range.end...],
    ]
    var column = 0
    for byte in parts.joined() {
      switch byte {
      case 0x20, 0x09: column += 1
      case 0x0A, 0x0D: column = 0
      default: return column > 0
      }
    }
    return false
  }

  private func isLineStart(_ offset: Int) -> Bool {
    offset == 0 || source.bytes[offset - 1] == 0x0A
  }

  private func isLineEnd(_ offset: Int) -> Bool {
    offset == source.bytes.count || source.bytes[offset] == 0x0A || source.bytes[offset] == 0x0D
  }

  private func outerLineStart(_ offset: Int) -> Int {
    outer.lines.starts[outer.lines.line(at: map.sourceOffset(of: offset)) - 1]
  }

  /// What stands before the first line that is not empty.
  private var indentation: String {
    for start in source.lines.starts where !isLineEnd(start) {
      return outer.text(
        SourceRange(start: outerLineStart(start), end: map.sourceOffset(of: start)))
    }
    return ""
  }
}

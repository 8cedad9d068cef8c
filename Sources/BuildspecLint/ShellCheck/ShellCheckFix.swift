import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Writes ShellCheck's fix of a script into the YAML scalar that holds the script.
struct ShellCheckFix {
  let command: Command
  let places: ShellCheckPlaces
  let map: ScalarSourceMap
  let source: SourceText
  /// Whether the command stands between brackets, where a plain scalar ends at a comma.
  let isInBrackets: Bool

  /// `nil` when there is none, or when YAML would not read the mended script again as meant.
  func fix(for comment: ShellCheckComment, _ rule: RuleIdentity) -> Fix? {
    guard !comment.replacements.isEmpty, let changes = changes(comment) else { return nil }
    let edits = changes.map { change in
      TextEdit(range: map.sourceRange(of: change.range), replacement: written(change.text))
    }
    guard isReadBack(edits, as: Self.applying(changes, to: places.text)) else { return nil }
    return Fix(
      title: "apply ShellCheck's fix of \(rule.code)", safety: safety(comment), edits: edits)
  }

  private typealias Change = (range: SourceRange, text: String)

  /// In order and apart; a line break would need the indentation of its style.
  private func changes(_ comment: ShellCheckComment) -> [Change]? {
    var changes: [Change] = []
    for replacement in comment.replacements {
      guard let range = places.range(replacement.place), !replacement.text.utf8.contains(0x0A),
        !places.text[range.start..<range.end].contains(0x0A)
      else { return nil }
      changes.append((range, replacement.text))
    }
    changes.sort { $0.range < $1.range }
    for (earlier, later) in zip(changes, changes.dropFirst()) {
      guard earlier.range.end <= later.range.start, earlier.range != later.range else { return nil }
    }
    return changes
  }

  private func written(_ text: String) -> String {
    switch command.style {
    case .plain, .literal, .folded: return text
    case .singleQuoted: return text.replacing("'", with: "''")
    case .doubleQuoted:
      return text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        .replacing("\t", with: "\\t")
    }
  }

  private static func applying(_ changes: [Change], to text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var cursor = 0
    for change in changes {
      result += text[cursor..<change.range.start] + Array(change.text.utf8)
      cursor = change.range.end
    }
    return result + text[cursor...]
  }

  /// Reads the mended scalar alone, in a list of one. The lines of a block and what stands in quotes
  /// keep their shape; a plain scalar may become something else.
  private func isReadBack(_ edits: [TextEdit], as text: [UInt8]) -> Bool {
    let line = source.range(ofLine: source.lines.line(at: command.range.start))
    let indent = Array(repeating: UInt8(ascii: " "), count: indentation(line))
    let shift = indent.count + 2 - command.range.start
    let scalar = Array(source.bytes[command.range.start..<command.range.end])
    let open = Array((isInBrackets ? "[ " : "- ").utf8)
    let close: [UInt8] = isInBrackets ? Array("]".utf8) : [0x0A]
    let alone = SourceText(path: "", bytes: indent + open + scalar + close)
    let moved = edits.map { edit in
      TextEdit(
        range: SourceRange(start: edit.range.start + shift, end: edit.range.end + shift),
        replacement: edit.replacement)
    }
    let document = YAMLDocument(parsing: alone.replacing(moved))
    guard document.problems.isEmpty, let items = document.root?.sequence, items.count == 1,
      let read = items[0].scalar, read.style == command.style
    else { return false }
    // The last line breaks depend on what follows in the file.
    return Self.trimmed(Array(read.text.utf8)) == Self.trimmed(text)
  }

  /// The column of the item, so that explicit indentation keeps its meaning.
  private func indentation(_ line: SourceRange) -> Int {
    source.bytes[line.start..<command.range.start].prefix { $0 == 0x20 }.count
  }

  private static func trimmed(_ text: [UInt8]) -> ArraySlice<UInt8> {
    text.prefix((text.lastIndex { $0 != 0x0A } ?? -1) + 1)
  }

  /// Quoting and the like change what a script does when a value has blanks, and who wrote it may
  /// have meant that. Backticks become `$(…)` without any change where nothing is escaped in them.
  private func safety(_ comment: ShellCheckComment) -> Fix.Safety {
    guard comment.code == 2006, let range = places.range(comment.place) else { return .unsafe }
    let body = places.text[range.start..<range.end].dropFirst().dropLast()
    return body.contains {
      [UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "\"")].contains($0)
    }
      ? .unsafe : .safe
  }
}

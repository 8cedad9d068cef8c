import Diagnostics

/// The source lines of a finding with its range underlined, and those of its related places.
struct SnippetFrame {
  private let source: SourceText
  private let diagnostic: Diagnostic
  private let style: Style
  let gutterWidth: Int

  /// Longer lines are cut, with the underlined part in view.
  private static let maximumWidth = 100

  init(source: SourceText, diagnostic: Diagnostic, style: Style) {
    self.source = source
    self.diagnostic = diagnostic
    self.style = style
    let ranges = [diagnostic.range] + diagnostic.related.map(\.range)
    let lastLine = ranges.map { source.lines.line(at: $0.start) }.max() ?? 1
    gutterWidth = String(lastLine).utf8.count
  }

  var lines: [String] {
    guard !source.bytes.isEmpty else { return [] }
    var marks = [Mark(range: diagnostic.range, message: nil, sign: "^")]
    marks += diagnostic.related.map { Mark(range: $0.range, message: $0.message, sign: "-") }
    var lines = [String(repeating: " ", count: gutterWidth) + " " + style.cyan("|")]
    for mark in marks.sorted(by: { $0.range < $1.range }) { lines += excerpt(mark) }
    return lines
  }

  private struct Mark {
    var range: SourceRange
    var message: String?
    var sign: Character
  }

  private func excerpt(_ mark: Mark) -> [String] {
    let number = source.lines.line(at: mark.range.start)
    let line = source.range(ofLine: number)
    let column = source.codePoints(line.start..<max(line.start, min(mark.range.start, line.end)))
    let end = max(mark.range.start, min(mark.range.end, line.end))
    let width = max(1, source.codePoints(min(mark.range.start, end)..<end))
    let shown = window(source.text(line), column: column, width: width)
    let underline = String(repeating: String(mark.sign), count: shown.width)
    let label = mark.message.map { " " + $0 } ?? ""
    let color =
      mark.sign == "^"
      ? style.severity(diagnostic.severity, underline + label)
      : style.cyan(underline + label)
    return [
      gutter(String(number)) + " " + shown.text,
      gutter("") + " " + String(repeating: " ", count: shown.column) + color,
    ]
  }

  private func gutter(_ number: String) -> String {
    let padding = String(repeating: " ", count: gutterWidth - number.utf8.count)
    return style.cyan(padding + number + " |")
  }

  /// The part of a line that is shown; control characters become spaces, so that columns hold.
  private func window(
    _ text: String, column: Int, width: Int
  ) -> (text: String, column: Int, width: Int) {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    if isPlain, text.utf8.count <= Self.maximumWidth { return (text, column, width) }
    var scalars = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
    var column = column
    var width = width
    if scalars.count > Self.maximumWidth {
      let start = max(0, min(column - 20, scalars.count - Self.maximumWidth))
      let end = min(scalars.count, start + Self.maximumWidth)
      let isCutAtStart = start > 0
      let isCutAtEnd = end < scalars.count
      scalars = Array(scalars[start..<end])
      column -= start
      width = min(width, scalars.count - column)
      if isCutAtStart, column > 0 { scalars[0] = "…" }
      if isCutAtEnd { scalars.append("…") }
    }
    var shown = String.UnicodeScalarView()
    shown.append(contentsOf: scalars)
    return (String(shown), column, max(1, width))
  }
}

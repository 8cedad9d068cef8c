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

  /// Appends the lines of the frame.
  func write(to output: inout String) {
    guard !source.bytes.isEmpty else { return }
    output += "\(margin) \(style.cyan("|"))\n"
    guard !diagnostic.related.isEmpty else {
      return write(Mark(range: diagnostic.range, message: nil, sign: "^"), to: &output)
    }
    var marks = [Mark(range: diagnostic.range, message: nil, sign: "^")]
    marks += diagnostic.related.map { Mark(range: $0.range, message: $0.message, sign: "-") }
    for mark in marks.sorted(by: { $0.range < $1.range }) { write(mark, to: &output) }
  }

  /// Blanks as wide as the line numbers.
  var margin: String { String(" ", times: gutterWidth) }

  private struct Mark {
    var range: SourceRange
    var message: String?
    var sign: Unicode.Scalar
  }

  private func write(_ mark: Mark, to output: inout String) {
    let number = source.lines.line(at: mark.range.start)
    let line = source.range(ofLine: number)
    let column = source.codePoints(line.start..<max(line.start, min(mark.range.start, line.end)))
    let end = max(mark.range.start, min(mark.range.end, line.end))
    let width = max(1, source.codePoints(min(mark.range.start, end)..<end))
    let shown = window(source.text(line), column: column, width: width)
    let digits = String(number)
    let padding = String(" ", times: gutterWidth - digits.utf8.count)
    output += style.cyan("\(padding)\(digits) |")
    output += " \(shown.text)\n"
    output += style.cyan("\(margin) |")
    output += String(" ", times: shown.column + 1)
    var underline = String(mark.sign, times: shown.width)
    if let message = mark.message { underline += " " + message }
    output +=
      mark.sign == "^" ? style.severity(diagnostic.severity, underline) : style.cyan(underline)
    output += "\n"
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

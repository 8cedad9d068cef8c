import Diagnostics

/// The source lines of a finding with its range underlined, and those of its related places.
struct SnippetFrame {
  private let source: SourceText
  private let diagnostic: Diagnostic
  private let gutterWidth: Int

  /// Longer lines are cut, with the underlined part in view.
  private static let maximumWidth = 100

  init(source: SourceText, diagnostic: Diagnostic) {
    self.source = source
    self.diagnostic = diagnostic
    let last = diagnostic.related.reduce(diagnostic.range.start) { max($0, $1.range.start) }
    gutterWidth = String(source.lines.line(at: last)).utf8.count
  }

  /// Adds the lines of the frame.
  func write(to report: inout ReportText) {
    guard !source.bytes.isEmpty else { return }
    report.add(" ", times: gutterWidth + 1)
    report.add(in: .cyan) { $0.add("|") }
    report.add("\n")
    guard !diagnostic.related.isEmpty else {
      return write(Mark(range: diagnostic.range, message: nil, sign: "^"), to: &report)
    }
    var marks = [Mark(range: diagnostic.range, message: nil, sign: "^")]
    marks += diagnostic.related.map { Mark(range: $0.range, message: $0.message, sign: "-") }
    for mark in marks.sorted(by: { $0.range < $1.range }) { write(mark, to: &report) }
  }

  /// Adds a line of words under the frame.
  func write(_ title: String, _ words: String, to report: inout ReportText) {
    report.add(" ", times: gutterWidth + 1)
    report.add(in: .cyan) { $0.add("=") }
    report.add(" ")
    report.add(title)
    report.add(words)
    report.add("\n")
  }

  private struct Mark {
    var range: SourceRange
    var message: String?
    var sign: Unicode.Scalar
  }

  private func write(_ mark: Mark, to report: inout ReportText) {
    let number = source.lines.line(at: mark.range.start)
    let line = source.range(ofLine: number)
    let column = source.codePoints(line.start..<max(line.start, min(mark.range.start, line.end)))
    let end = max(mark.range.start, min(mark.range.end, line.end))
    let width = max(1, source.codePoints(min(mark.range.start, end)..<end))
    let shown = window(line, column: column, width: width)
    let digits = String(number)
    report.add(in: .cyan) { report in
      report.add(" ", times: gutterWidth - digits.utf8.count)
      report.add(digits)
      report.add(" |")
    }
    report.add(" ")
    report.add(shown.text)
    report.add("\n")
    report.add(in: .cyan) { report in
      report.add(" ", times: gutterWidth + 1)
      report.add("|")
    }
    report.add(" ", times: shown.column + 1)
    report.add(in: mark.sign == "^" ? diagnostic.severity.code : .cyan) { report in
      report.add(mark.sign, times: shown.width)
      if let message = mark.message {
        report.add(" ")
        report.add(message)
      }
    }
    report.add("\n")
  }

  /// The part of a line that is shown; control characters become spaces, so that columns hold.
  private func window(_ line: SourceRange, column: Int, width: Int) -> Window {
    let bytes = source.bytes[line.start..<line.end]
    let isPlain = bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    if isPlain, bytes.count <= Self.maximumWidth {
      return Window(text: source.text(line), column: column, width: width)
    }
    let text = String(decoding: bytes.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
    let count = source.isASCII ? bytes.count : text.unicodeScalars.count
    guard count > Self.maximumWidth else {
      return Window(text: text, column: column, width: width)
    }
    let start = max(0, min(column - 20, count - Self.maximumWidth))
    let end = min(count, start + Self.maximumWidth)
    let isCutAtStart = start > 0 && column > start
    let shown = text.unicodeScalars.prefix(end).dropFirst(isCutAtStart ? start + 1 : start)
    return Window(
      text: (isCutAtStart ? "…" : "") + String(shown) + (end < count ? "…" : ""),
      column: column - start, width: max(1, min(width, end - column)))
  }

  private struct Window {
    var text: String
    var column: Int
    var width: Int
  }
}

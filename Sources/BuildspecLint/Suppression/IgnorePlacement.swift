import BuildspecModel
import Diagnostics

/// Where the comment for a finding can stand without becoming part of a value.
struct IgnorePlacement {
  private let source: SourceText
  private let reason: String
  private let scalars: [LongScalar]
  private let comments: [IgnoreComment]

  init(_ file: BuildspecFile, reason: String) {
    source = file.source
    self.reason = reason
    scalars = LongScalar.all(in: file)
    comments = IgnoreScanner.comments(in: file)
  }

  private enum Place: Hashable {
    /// At the end of a line.
    case behind(Int)
    /// On a line of its own before a line.
    case above(Int)
  }

  /// The text with one comment for each place that needs one.
  func commented(_ findings: [Diagnostic]) -> SourceText {
    source.replacing(edits(for: findings))
  }

  /// One comment for each place that needs one.
  func edits(for findings: [Diagnostic]) -> [TextEdit] {
    let groups = Dictionary(grouping: findings, by: place)
    return groups.map { place, findings in edit(place, IgnoreAdder.codes(findings)) }
  }

  private func place(of finding: Diagnostic) -> Place {
    let line = source.lines.line(at: finding.range.start)
    guard let scalar = scalars.covering(line) else {
      return .behind(line)
    }
    // The line of `|` takes a comment; the lines of other scalars do only after the last.
    if scalar.isBlock { return .behind(scalar.lines.lowerBound) }
    return line == scalar.lines.upperBound ? .behind(line) : .above(scalar.lines.lowerBound)
  }

  private func edit(_ place: Place, _ codes: [String]) -> TextEdit {
    let list = codes.joined(separator: ", ")
    let comment = "# buildspec: ignore[\(list)] \(reason)"
    switch place {
    case .above(let number):
      let line = source.range(ofLine: number)
      let first = source.text(onLineAfter: line.start) ?? line.start
      let indent = String(repeating: " ", count: first - line.start)
      return TextEdit(range: SourceRange(at: line.start), replacement: indent + comment + "\n")
    case .behind(let number):
      let line = source.range(ofLine: number)
      if let entry = existing(on: line)?.entries.last {
        return TextEdit(range: SourceRange(at: entry.range.end), replacement: ", " + list)
      }
      return TextEdit(range: SourceRange(at: line.end), replacement: " " + comment)
    }
  }

  /// The comment with a list that stands on the line already.
  private func existing(on line: SourceRange) -> IgnoreComment? {
    comments.first { line.contains($0.range) && $0.lines != nil && !$0.entries.isEmpty }
  }
}

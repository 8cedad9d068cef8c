import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Finds the ignore comments of a file: those of YAML, and those of the scripts in its blocks.
struct IgnoreScanner {
  private let file: BuildspecFile
  private let comments: [YAMLComment]
  private let scalars: [LongScalar]

  static func comments(in file: BuildspecFile) -> [IgnoreComment] {
    let candidates = IgnoreSyntax.candidates(in: file.source.bytes)
    guard !candidates.isEmpty else { return [] }
    let scanner = IgnoreScanner(file)
    return candidates.compactMap(scanner.comment)
  }

  private init(_ file: BuildspecFile) {
    self.file = file
    comments = GapScanner.comments(in: file.source, document: file.document)
    scalars = LongScalar.all(in: file)
  }

  private func comment(at start: Int) -> IgnoreComment? {
    guard isComment(start), var comment = IgnoreSyntax.read(at: start, in: file.source) else {
      return nil
    }
    if comment.lines != nil { comment.lines = lines(for: start) }
    return comment
  }

  /// Whether a comment of YAML or of a script starts here, or goes on.
  private func isComment(_ start: Int) -> Bool {
    let place = SourceRange(at: start)
    if comments.contains(where: { $0.range.contains(place) }) { return isWordStart(start) }
    guard let scalar = scalars.first(where: { $0.range.contains(place) }) else { return false }
    return scalar.isBlock && isWordStart(start)
  }

  private func isWordStart(_ offset: Int) -> Bool {
    guard offset > 0 else { return true }
    return [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "#")].contains(file.source.bytes[offset - 1])
  }

  /// The line that the comment speaks of, and with a scalar that begins there all of its lines.
  private func lines(for start: Int) -> ClosedRange<Int> {
    let own = file.source.lines.line(at: start)
    let target = isAlone(start) ? nextLine(after: own) : own
    let scalar = scalars.first { $0.lines.lowerBound == target }
    return scalar?.lines ?? target...target
  }

  private func isAlone(_ start: Int) -> Bool {
    let line = file.source.range(ofLine: file.source.lines.line(at: start))
    return file.source.text(onLineAfter: line.start).map { first in
      first <= start && file.source.bytes[first] == UInt8(ascii: "#")
    } ?? false
  }

  /// The next line with something on it that is no comment.
  private func nextLine(after line: Int) -> Int {
    let source = file.source
    var next = line + 1
    while next <= source.lines.count {
      let first = source.text(onLineAfter: source.range(ofLine: next).start)
      if let first, source.bytes[first] != UInt8(ascii: "#") { return next }
      next += 1
    }
    return next
  }
}

import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Finds the ignore comments of a file: those of YAML, and those of the scripts in its blocks.
struct IgnoreScanner {
  private let file: BuildspecFile
  private let comments: [YAMLComment]
  private let scalars: [LongScalar]

  static func comments(in file: BuildspecFile) -> [IgnoreComment] {
    let candidates = IgnoreSyntax.candidates(in: file.source.bytes).prefix(maximumCount)
    guard !candidates.isEmpty else { return [] }
    let scanner = IgnoreScanner(file)
    return candidates.compactMap(scanner.comment)
  }

  /// No file of people has as many; each is compared with each finding.
  private static let maximumCount = 1_000

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
    guard isWordStart(start) else { return false }
    let place = SourceRange(at: start)
    let comment = comments.partitioned { $0.range.end <= start }
    if comment < comments.count, comments[comment].range.contains(place) { return true }
    let line = file.source.lines.line(at: start)
    guard let scalar = scalars.covering(line), scalar.range.contains(place) else { return false }
    return scalar.isBlock
  }

  private func isWordStart(_ offset: Int) -> Bool {
    guard offset > 0 else { return true }
    return [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "#")].contains(file.source.bytes[offset - 1])
  }

  /// The line that the comment speaks of, and with a scalar that begins there all of its lines.
  private func lines(for start: Int) -> ClosedRange<Int> {
    let own = file.source.lines.line(at: start)
    let target = isAlone(start) ? nextLine(after: own) : own
    guard let scalar = scalars.covering(target), scalar.lines.lowerBound == target else {
      return target...target
    }
    return scalar.lines
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

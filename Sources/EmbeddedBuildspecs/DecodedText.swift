import Diagnostics
import YAMLSyntax

/// A text that is made out of another one, with the place there of each of its bytes.
struct DecodedText {
  private(set) var bytes: [UInt8] = []
  private(set) var segments: [ScalarSourceMap.Segment] = []
  private(set) var placeholders: [Placeholder] = []

  /// Takes bytes over as they are.
  mutating func copy(_ range: Range<Int>, of source: [UInt8]) {
    append(source[range], from: SourceRange(start: range.lowerBound, end: range.upperBound))
  }

  /// Adds what stands for a range of the source.
  mutating func append(_ decoded: some Collection<UInt8>, from source: SourceRange) {
    guard !decoded.isEmpty else { return }
    let start = bytes.count
    bytes.append(contentsOf: decoded)
    let run = ScalarSourceMap.Segment(
      decoded: SourceRange(start: start, end: bytes.count), source: source)
    if let last = segments.indices.last, segments[last].isCopy, run.isCopy,
      segments[last].source.end == source.start
    {
      segments[last].decoded.end = run.decoded.end
      segments[last].source.end = source.end
    } else {
      segments.append(run)
    }
  }

  /// Adds the word for a `${…}` of the source.
  mutating func appendPlaceholder(_ range: Range<Int>, of source: [UInt8]) {
    let placeholder = Placeholder(written: source[range], at: bytes.count)
    placeholders.append(placeholder)
    append(
      Array(placeholder.word.utf8),
      from: SourceRange(start: range.lowerBound, end: range.upperBound))
  }

  /// The same text with places in the source of its source. All of it must be copied.
  func composed(with base: ScalarSourceMap) -> DecodedText {
    var result = DecodedText()
    result.placeholders = placeholders
    var index = 0
    for run in segments {
      var start = run.source.start
      while start < run.source.end {
        while index < base.segments.count, base.segments[index].decoded.end <= start { index += 1 }
        guard index < base.segments.count else { return result }
        let under = base.segments[index]
        let end = min(run.source.end, under.decoded.end)
        let offset = run.decoded.start - run.source.start
        let source =
          under.isCopy ? base.sourceRange(of: SourceRange(start: start, end: end)) : under.source
        result.append(bytes[(start + offset)..<(end + offset)], from: source)
        start = end
      }
    }
    return result
  }
}

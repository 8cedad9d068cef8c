package import Diagnostics

/// Where each byte of a scalar's decoded text stands in the source: what makes exact places inside
/// commands possible.
package struct ScalarSourceMap: Sendable {
  /// A run of decoded bytes and what it came from.
  package struct Segment: Hashable, Sendable {
    /// Bytes of the decoded text.
    package var decoded: SourceRange
    /// Bytes of the source. As long as `decoded` when the run was copied; else the run was made from
    /// the whole of it, such as a line break from folding or a character from an escape.
    package var source: SourceRange

    package init(decoded: SourceRange, source: SourceRange) {
      self.decoded = decoded
      self.source = source
    }

    /// Whether each byte has a place of its own.
    package var isCopy: Bool { decoded.count == source.count }
  }

  /// In order and without gaps in the decoded text.
  package let segments: [Segment]
  private let end: Int

  /// For texts that are decoded elsewhere; `end` is the end of the content.
  package init(segments: [Segment], end: Int) {
    self.segments = segments
    self.end = end
  }

  /// Decodes the scalar once more, keeping the place of each byte; `nil` when that does not give
  /// libyaml's text again.
  package init?(of scalar: YAMLScalar, at range: SourceRange, in source: SourceText) {
    let range = Self.content(range, in: source.bytes)
    if scalar.style == .plain, range.count == scalar.text.utf8.count,
      source.text(range) == scalar.text
    {
      // As most are: one line that stands for itself.
      segments = [Segment(decoded: SourceRange(start: 0, end: range.count), source: range)]
      end = range.end
      return
    }
    guard let trace = Self.trace(scalar, range, source.bytes) else { return nil }
    segments = trace.segments
    end = trace.segments.last?.source.end ?? min(range.start + 1, range.end)
  }

  /// The range without the anchor and the tag, which stand before the text.
  private static func content(_ range: SourceRange, in bytes: [UInt8]) -> SourceRange {
    var trace = ScalarTrace(bytes, at: range.start)
    func isBetween() -> Bool { trace.isBlank(trace.cursor) || trace.breakLength(trace.cursor) > 0 }
    while trace.cursor < range.end,
      [UInt8(ascii: "&"), UInt8(ascii: "!")].contains(bytes[trace.cursor])
    {
      let isAnchor = bytes[trace.cursor] == UInt8(ascii: "&")
      trace.cursor += 1
      while trace.cursor < range.end, isAnchor ? isName(trace.byte(trace.cursor)) : !isBetween() {
        trace.cursor += 1
      }
      while trace.cursor < range.end {
        if trace.byte(trace.cursor) == UInt8(ascii: "#") {
          while trace.cursor < range.end, trace.breakLength(trace.cursor) == 0 { trace.cursor += 1 }
        } else if isBetween() {
          trace.cursor += max(1, trace.breakLength(trace.cursor))
        } else {
          break
        }
      }
    }
    return SourceRange(start: min(trace.cursor, range.end), end: range.end)
  }

  /// Whether libyaml takes a byte for a part of an anchor; the text may follow without a blank.
  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func trace(
    _ scalar: YAMLScalar, _ range: SourceRange, _ bytes: [UInt8]
  ) -> ScalarTrace? {
    switch scalar.style {
    case .plain, .singleQuoted, .doubleQuoted:
      var tracer = FlowScalarTracer(scalar.style, at: range, in: bytes)
      tracer.run()
      return tracer.trace.gives(scalar.text) ? tracer.trace : nil
    case .literal, .folded:
      return blockTrace(scalar, range, bytes)
    }
  }

  /// An explicit indentation counts from the parent, which is not known here, so each is tried.
  private static func blockTrace(
    _ scalar: YAMLScalar, _ range: SourceRange, _ bytes: [UInt8]
  ) -> ScalarTrace? {
    let hasLines = scalar.text.unicodeScalars.contains {
      !["\n", "\u{2028}", "\u{2029}"].contains($0)
    }
    for indent in 0...maximumIndent {
      var tracer = BlockScalarTracer(
        scalar.style, at: range.start, in: bytes, indent: indent, hasLines: hasLines)
      tracer.run()
      if tracer.trace.gives(scalar.text) { return tracer.trace }
      if !tracer.hasExplicitIndent { return nil }
    }
    return nil
  }

  private static let maximumIndent = 80

  /// The source byte that a decoded byte came from; the end of the content for the offset after the
  /// last one.
  package func sourceOffset(of decoded: Int) -> Int {
    guard let segment = segment(at: decoded) else { return end }
    return segment.isCopy
      ? segment.source.start + decoded - segment.decoded.start : segment.source.start
  }

  /// The source range that a decoded range came from.
  package func sourceRange(of decoded: SourceRange) -> SourceRange {
    let start = sourceOffset(of: decoded.start)
    guard !decoded.isEmpty, let last = segment(at: decoded.end - 1) else {
      return SourceRange(at: start)
    }
    let end =
      last.isCopy
      ? last.source.start + decoded.end - last.decoded.start : last.source.end
    return SourceRange(start: start, end: end)
  }

  private func segment(at decoded: Int) -> Segment? {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].decoded.end <= decoded { low = middle + 1 } else { high = middle }
    }
    return low < segments.count && segments[low].decoded.start <= decoded ? segments[low] : nil
  }
}

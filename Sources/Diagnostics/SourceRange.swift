/// A half-open range of bytes in a source text.
package struct SourceRange: Hashable, Sendable {
  /// Offset of the first byte.
  package var start: Int
  /// Offset after the last byte.
  package var end: Int

  package init(start: Int, end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// An empty range at `offset`.
  package init(at offset: Int) {
    self.init(start: offset, end: offset)
  }

  package var isEmpty: Bool { start == end }

  /// Number of bytes.
  package var count: Int { end - start }

  /// Whether `other` lies wholly inside this range.
  package func contains(_ other: SourceRange) -> Bool {
    start <= other.start && other.end <= end
  }

  /// The smallest range that covers both.
  package func union(_ other: SourceRange) -> SourceRange {
    SourceRange(start: min(start, other.start), end: max(end, other.end))
  }
}

extension SourceRange: Comparable {
  package static func < (left: SourceRange, right: SourceRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

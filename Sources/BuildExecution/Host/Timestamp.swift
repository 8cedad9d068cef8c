/// A moment, in microseconds since 1970-01-01 00:00:00 UTC.
package struct Timestamp: Codable, Comparable, Hashable, Sendable {
  package var microseconds: Int64

  package init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// Microseconds from `earlier` to this moment; never negative, also when the clock was set back.
  package func since(_ earlier: Timestamp) -> Int64 {
    max(0, microseconds - earlier.microseconds)
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.microseconds < right.microseconds
  }
}

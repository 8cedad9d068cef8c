/// Which pairs of neighbouring bytes a short text has, in as little room as can be: one look tells of
/// most words that they do not occur.
package struct PairMask: Sendable {
  /// A bit for each place, which many pairs share.
  private var bits: UInt64 = 0

  package init(_ text: String) {
    var text = text
    bits = text.withUTF8(Self.bits)
  }

  /// Whether the word may occur; `false` is certain.
  package func mayHold(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { word in
      guard var left = word.first else { return true }
      // Most words lack their first pairs.
      for right in word.dropFirst() {
        guard bits & Self.mark(left, right) != 0 else { return false }
        left = right
      }
      return true
    }
  }

  private static func bits(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard var left = bytes.first else { return 0 }
    var bits: UInt64 = 0
    for right in bytes.dropFirst() {
      bits |= mark(left, right)
      left = right
    }
    return bits
  }

  private static func mark(_ left: UInt8, _ right: UInt8) -> UInt64 {
    1 &<< UInt64(truncatingIfNeeded: Int(left) &* 7 &+ Int(right))
  }
}

/// Which pairs of neighbouring bytes a text has: one pass over it, after which most words that do not
/// occur are told without another look at the text.
package struct BytePairs: Sendable {
  /// A bit for each of the 65,536 pairs.
  private let bits: [UInt64]

  package init(_ bytes: [UInt8]) {
    var bits = [UInt64](repeating: 0, count: 1 << 10)
    bits.withUnsafeMutableBufferPointer { bits in
      bytes.withUnsafeBufferPointer { bytes in
        var pair: UInt16 = 0
        for byte in bytes {
          pair = pair &<< 8 | UInt16(byte)
          bits[Int(pair &>> 6)] |= 1 &<< UInt64(pair)
        }
      }
    }
    self.bits = bits
  }

  /// Whether the word may occur; `false` is certain.
  package func mayHold(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { word in
      guard var left = word.first else { return true }
      for right in word.dropFirst() {
        let pair = Int(left) << 8 | Int(right)
        if bits[pair >> 6] & (1 &<< UInt64(truncatingIfNeeded: pair)) == 0 { return false }
        left = right
      }
      return true
    }
  }
}

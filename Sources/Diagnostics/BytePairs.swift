/// Which pairs of neighbouring bytes a text has: one pass over it, after which most words that do not
/// occur are told without another look at the text.
package struct BytePairs: Sendable {
  /// A bit for each place in the table, which some pairs share.
  private let bits: [UInt64]

  package init(_ bytes: [UInt8]) {
    var bits = [UInt64](repeating: 0, count: Self.size / UInt64.bitWidth)
    bits.withUnsafeMutableBufferPointer { bits in
      bytes.withUnsafeBufferPointer { bytes in
        var left: UInt8 = 0
        for right in bytes {
          let place = Self.place(left, right)
          bits[place &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: place)
          left = right
        }
      }
    }
    self.bits = bits
  }

  /// Whether the word may occur; `false` is certain.
  package func mayHold(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { word in
      zip(word, word.dropFirst()).allSatisfy { left, right in
        let place = Self.place(left, right)
        return bits[place &>> 6] & (1 &<< UInt64(truncatingIfNeeded: place)) != 0
      }
    }
  }

  private static let size = 1 << 12

  /// Letters of one case differ in their last five bits, so few pairs of them share a place.
  private static func place(_ left: UInt8, _ right: UInt8) -> Int {
    (Int(left) &<< 5 ^ Int(right)) & (size - 1)
  }
}

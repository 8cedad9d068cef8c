/// Which ASCII characters a text holds. Most lines of a log lack one of those that a message has, so
/// this spares most searches.
struct ByteSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { insert(byte) }
  }

  private mutating func insert(_ byte: UInt8) {
    if byte < 64 {
      low |= 1 << UInt64(byte)
    } else if byte < 128 {
      high |= 1 << UInt64(byte - 64)
    }
  }

  func contains(_ other: ByteSet) -> Bool {
    low & other.low == other.low && high & other.high == other.high
  }
}

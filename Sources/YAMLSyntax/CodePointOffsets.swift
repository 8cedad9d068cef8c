/// libyaml's marks count code points and leave a byte order mark out; this turns them into bytes.
struct CodePointOffsets {
  /// Byte offset of each code point; empty when all of them have one byte.
  private var table: [Int32] = []
  private let start: Int
  private let end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    end = bytes.count
    guard bytes.dropFirst(start).contains(where: { $0 >= 0x80 }) else { return }
    table.reserveCapacity(bytes.count)
    for index in start..<bytes.count where bytes[index] & 0xC0 != 0x80 {
      table.append(Int32(truncatingIfNeeded: index))
    }
  }

  func byte(_ codePoint: Int) -> Int {
    if table.isEmpty { return min(codePoint + start, end) }
    return codePoint < table.count ? Int(table[codePoint]) : end
  }
}

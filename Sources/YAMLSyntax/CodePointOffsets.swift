/// libyaml's marks count code points and leave a byte order mark out; this turns them into bytes.
struct CodePointOffsets {
  /// Byte offset of each code point; empty when all of them have one byte.
  private var table: [Int32] = []
  private let start: Int
  private let end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    end = bytes.count
    guard !Self.isASCII(bytes, from: start) else { return }
    table.reserveCapacity(bytes.count)
    for index in start..<bytes.count where bytes[index] & 0xC0 != 0x80 {
      table.append(Int32(truncatingIfNeeded: index))
    }
  }

  /// Looks at eight bytes at a time, since nearly every file is ASCII.
  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if word & 0x8080_8080_8080_8080 != 0 { return false }
      index += 8
    }
    return raw[index...].allSatisfy { $0 < 0x80 }
  }

  func byte(_ codePoint: Int) -> Int {
    if table.isEmpty { return min(codePoint + start, end) }
    return codePoint < table.count ? Int(table[codePoint]) : end
  }
}

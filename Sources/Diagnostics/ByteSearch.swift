#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Search for a piece of text as bytes. The standard library's `contains` compares characters as
/// people see them, which costs a hundred times as much.
package enum ByteSearch {
  /// The place of the first such byte at `start` or behind it.
  package static func first(_ byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { first(byte, in: $0, from: start) }
  }

  /// The place of the first such byte at `start` or behind it.
  package static func first(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard let base = bytes.baseAddress, start < bytes.count,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Whether a text begins with a word.
  static func starts(_ text: Slice<UnsafeBufferPointer<UInt8>>, with word: StaticString) -> Bool {
    word.withUTF8Buffer { word in
      areEqual(UnsafeBufferPointer(rebasing: text.prefix(word.count)), word)
    }
  }

  /// Whether `needle` occurs in `bytes`.
  package static func contains(_ needle: StaticString, in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { contains(needle, in: $0) }
  }

  /// Whether two texts are the same; `elementsEqual` looks at one byte after the other.
  package static func areEqual(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard left.count == right.count else { return false }
    guard let first = left.baseAddress, let second = right.baseAddress else { return true }
    return memcmp(first, second, left.count) == 0
  }

  static func contains(_ needle: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    needle.withUTF8Buffer { contains($0, in: bytes) }
  }

  static func contains(
    _ needle: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let wanted = needle.baseAddress, let base = bytes.baseAddress, !needle.isEmpty,
      bytes.count >= needle.count
    else { return false }
    let rare = rarest(needle)
    var cursor = base + rare
    let last = base + (bytes.count - needle.count + rare)
    // The C library looks at many bytes at once, and stops the less the rarer the byte is.
    while cursor <= last, let found = memchr(cursor, Int32(wanted[rare]), last - cursor + 1) {
      let start = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
      if memcmp(start - rare, wanted, needle.count) == 0 { return true }
      cursor = start + 1
    }
    return false
  }

  /// Where the byte of a text stands that occurs least in scripts.
  static func rarest(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    ranks.withUnsafeBufferPointer { ranks in
      var (best, highest) = (0, text.first.map { ranks[Int($0)] } ?? 0)
      for place in 1..<max(text.count, 1) {
        let rank = ranks[Int(text[place])]
        if rank > highest { (best, highest) = (place, rank) }
      }
      return best
    }
  }

  /// The higher, the rarer. Counted over public buildspecs.
  private static let ranks: [UInt8] = {
    let common: StaticString = " etaoinsrldcpu-m_E\n/.gSRATIbh$ONkD\"yCfv:{}PULw=GM,BxVF|"
    var ranks = [UInt8](repeating: .max, count: 256)
    common.withUTF8Buffer { bytes in
      for (rank, byte) in bytes.enumerated() { ranks[Int(byte)] = UInt8(rank) }
    }
    return ranks
  }()
}

extension String {
  /// Whether the UTF-8 of `needle` occurs in the text.
  package func holds(_ needle: StaticString) -> Bool {
    withBytes { ByteSearch.contains(needle, in: $0) }
  }

  /// Whether the UTF-8 of another text occurs in the text.
  package func holds(_ needle: String) -> Bool {
    withBytes { bytes in needle.withBytes { ByteSearch.contains($0, in: bytes) } }
  }

  /// Swift's own strings have their bytes at hand; others are copied.
  private func withBytes<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
    if let value = utf8.withContiguousStorageIfAvailable(body) { return value }
    var copy = self
    return copy.withUTF8(body)
  }
}

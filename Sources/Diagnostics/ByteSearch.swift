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
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, start < buffer.count,
        let found = memchr(base + start, Int32(byte), buffer.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }

  /// Whether `needle` occurs in `bytes`.
  package static func contains(_ needle: StaticString, in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { contains(needle, in: $0) }
  }

  static func contains(_ needle: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    needle.withUTF8Buffer { contains($0, in: bytes) }
  }

  static func contains(
    _ needle: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let wanted = needle.baseAddress, var cursor = bytes.baseAddress,
      !needle.isEmpty, bytes.count >= needle.count
    else { return false }
    let last = cursor + (bytes.count - needle.count)
    // The C library looks at many bytes at once.
    while cursor <= last, let found = memchr(cursor, Int32(wanted[0]), last - cursor + 1) {
      let start = found.assumingMemoryBound(to: UInt8.self)
      if memcmp(start, wanted, needle.count) == 0 { return true }
      cursor = UnsafePointer(start) + 1
    }
    return false
  }
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

/// Where a chunk of UTF-8 may be cut.
enum UTF8Boundary {
  /// Number of bytes up to the end of the last whole character; bytes that are not UTF-8 count as
  /// characters.
  static func wholeCharacters(_ bytes: ArraySlice<UInt8>) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.endIndex - back]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > back ? bytes.count - back : bytes.count
    }
    return bytes.count
  }
}

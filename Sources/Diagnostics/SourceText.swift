/// The bytes of one file, with the name shown to people.
package struct SourceText: Sendable {
  /// The path as the user gave it, or the name for standard input.
  package let path: String
  package let bytes: [UInt8]
  package let lines: LineTable
  /// Whether each byte is a code point.
  package let isASCII: Bool

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    // Without a way out on the way, so that the compiler takes many bytes at a time.
    self.isASCII = bytes.reduce(0, |) < 0x80
    self.lines = LineTable(bytes)
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The position of a byte offset; offsets past the end give the end.
  package func position(at offset: Int) -> SourcePosition {
    let offset = min(max(0, offset), bytes.count)
    let line = lines.line(at: offset)
    return SourcePosition(line: line, column: 1 + codePoints(lines.starts[line - 1]..<offset))
  }

  /// Number of code points in a byte range; a broken byte counts as none if it continues another.
  package func codePoints(_ range: Range<Int>) -> Int {
    isASCII ? range.count : bytes[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// Number of UTF-16 code units in a byte range, the unit of the language server protocol.
  package func utf16Units(_ range: Range<Int>) -> Int {
    bytes[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
  }

  /// Byte range of a 1-based line without its line break.
  package func range(ofLine line: Int) -> SourceRange {
    let start = lines.starts[line - 1]
    var end = line < lines.count ? lines.starts[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return SourceRange(start: start, end: end)
  }

  /// The text of a range; broken UTF-8 is shown with replacement characters.
  package func text(_ range: SourceRange) -> String {
    String(decoding: bytes[range.start..<min(range.end, bytes.count)], as: UTF8.self)
  }
}

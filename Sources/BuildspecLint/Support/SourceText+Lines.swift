import Diagnostics

/// What rules ask about the lines around a place.
extension SourceText {
  /// The part of a range that lies on its first line.
  func firstLine(of range: SourceRange) -> SourceRange {
    let line = self.range(ofLine: lines.line(at: range.start))
    return SourceRange(start: range.start, end: min(range.end, max(line.end, range.start)))
  }

  func isOnOneLine(_ range: SourceRange) -> Bool {
    firstLine(of: range) == range
  }

  /// The first byte at or after `offset` that is no blank, unless the line ends before it.
  func text(onLineAfter offset: Int) -> Int? {
    var offset = offset
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    guard offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D else { return nil }
    return offset
  }

  /// Whether nothing but blanks or a comment follows `offset` on its line.
  func isRestBlank(after offset: Int) -> Bool {
    guard let next = text(onLineAfter: offset) else { return true }
    return bytes[next] == UInt8(ascii: "#") && next > offset
  }

  /// Whether nothing but blanks and the marks of list items stand before `offset` on its line.
  func isFirstOnLine(_ offset: Int) -> Bool {
    let start = range(ofLine: lines.line(at: offset)).start
    return bytes[start..<offset].allSatisfy {
      $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "-")
    }
  }

  /// The line of `range` with its break, when nothing else stands on it.
  func wholeLine(of range: SourceRange) -> SourceRange? {
    let number = lines.line(at: range.start)
    let line = self.range(ofLine: number)
    guard isOnOneLine(range), text(onLineAfter: line.start) == range.start,
      isRestBlank(after: range.end)
    else { return nil }
    return SourceRange(
      start: line.start, end: number < lines.count ? lines.starts[number] : line.end)
  }

  /// Number of bytes between the start of the line and `offset`.
  func indentation(of offset: Int) -> Int {
    offset - range(ofLine: lines.line(at: offset)).start
  }

  /// Whether the scalar at `range` is written without quotes and not as a block.
  func isPlain(_ range: SourceRange) -> Bool {
    guard !range.isEmpty, range.start < bytes.count else { return false }
    return !"\"'|>*&!".utf8.contains(bytes[range.start])
  }
}

import Diagnostics

/// Reads the text of one ignore comment.
struct IgnoreSyntax {
  private let source: SourceText
  private let end: Int
  private var cursor: Int

  /// The comment at `start`, the place of a `#`; `nil` when it is no word to this tool.
  static func read(at start: Int, in source: SourceText) -> IgnoreComment? {
    let line = source.range(ofLine: source.lines.line(at: start))
    var reader = IgnoreSyntax(source: source, end: line.end, cursor: start)
    return reader.comment()
  }

  /// Places of `#` with `buildspec:` behind it, comments or not.
  static func candidates(in bytes: [UInt8]) -> [Int] {
    let word = Array("buildspec:".utf8)
    var found: [Int] = []
    var next = 0
    while let sign = ByteSearch.first(UInt8(ascii: "#"), in: bytes, from: next) {
      next = sign + 1
      var start = next
      while start < bytes.count, isBlank(bytes[start]) { start += 1 }
      if bytes[start...].starts(with: word) { found.append(sign) }
    }
    return found
  }

  private mutating func comment() -> IgnoreComment? {
    var comment = IgnoreComment(range: SourceRange(start: cursor, end: end))
    cursor += 1
    skipBlanks()
    cursor += "buildspec:".utf8.count
    skipBlanks()
    let word = takeWord()
    guard word == Self.line || word == Self.file else {
      let words = [Self.line, Self.file]
      guard let meant = Suggestion.nearest(to: word, in: words) else { return nil }
      comment.fault = .unknownWord(word, meant: meant)
      return comment
    }
    comment.lines = word == Self.file ? nil : 1...1
    if byte == UInt8(ascii: "[") {
      readList(into: &comment)
    } else if cursor < end, !Self.isBlank(byte) {
      comment.fault = .openList
    }
    skipBlanks()
    comment.hasReason = cursor < end
    return comment
  }

  private static let line = "ignore"
  private static let file = "ignore-file"

  private mutating func readList(into comment: inout IgnoreComment) {
    let bytes = source.bytes
    guard let close = bytes[cursor..<end].firstIndex(of: UInt8(ascii: "]")) else {
      comment.fault = .openList
      cursor = end
      return
    }
    var start = cursor + 1
    while start <= close {
      let comma = bytes[start..<close].firstIndex(of: UInt8(ascii: ",")) ?? close
      let range = trimmed(start, comma)
      if !range.isEmpty {
        comment.entries.append(IgnoreComment.Entry(text: source.text(range), range: range))
      }
      start = comma + 1
    }
    if comment.entries.isEmpty { comment.fault = .emptyList }
    cursor = close + 1
  }

  private func trimmed(_ start: Int, _ end: Int) -> SourceRange {
    var (start, end) = (start, end)
    while start < end, Self.isBlank(source.bytes[start]) { start += 1 }
    while end > start, Self.isBlank(source.bytes[end - 1]) { end -= 1 }
    return SourceRange(start: start, end: end)
  }

  private var byte: UInt8 { cursor < end ? source.bytes[cursor] : 0 }

  private mutating func takeWord() -> String {
    let start = cursor
    while (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-") { cursor += 1 }
    return source.text(SourceRange(start: start, end: cursor))
  }

  private mutating func skipBlanks() {
    while Self.isBlank(byte) { cursor += 1 }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

import Diagnostics

/// The outline of one source line, read without YAML's help because YAML has just given up on it.
struct LineShape {
  /// Byte range of the line without its break.
  let range: SourceRange
  /// Number of leading spaces and tabs.
  let indent: Int
  /// Place of the first tab of the indentation.
  let indentTab: Int?
  /// Where the value starts: after the indentation, `- ` and `key: `.
  let valueStart: Int
  /// Whether the line has `- ` after its indentation.
  let isItem: Bool
  /// Whether a plain key with its colon stands before the value.
  let hasKey: Bool
  private let bytes: ArraySlice<UInt8>

  init(_ source: SourceText, line: Int) {
    range = source.range(ofLine: line)
    bytes = source.bytes[range.start..<range.end]
    var cursor = range.start
    var tab: Int?
    while cursor < range.end, bytes[cursor] == 0x20 || bytes[cursor] == 0x09 {
      if bytes[cursor] == 0x09, tab == nil { tab = cursor }
      cursor += 1
    }
    indent = cursor - range.start
    indentTab = tab
    isItem = Self.isMark(UInt8(ascii: "-"), at: cursor, in: bytes)
    if isItem { cursor = Self.skipBlanks(from: cursor + 1, in: bytes) }
    if let colon = Self.keyColon(from: cursor, in: bytes) {
      hasKey = true
      cursor = Self.skipBlanks(from: colon + 1, in: bytes)
    } else {
      hasKey = false
    }
    valueStart = cursor
  }

  /// No text but perhaps a comment.
  var isBlank: Bool {
    let start = range.start + indent
    return start == range.end || bytes[start] == UInt8(ascii: "#")
  }

  var firstOfValue: UInt8? { valueStart < range.end ? bytes[valueStart] : nil }

  /// The text from the value's start to the end of the line.
  var valueRange: SourceRange { SourceRange(start: valueStart, end: range.end) }

  /// The text without its indentation.
  var textRange: SourceRange { SourceRange(start: range.start + indent, end: range.end) }

  /// Whether the value is the header of a block scalar, such as `|` or `>-`.
  var isBlockHeader: Bool {
    guard let first = firstOfValue, first == UInt8(ascii: "|") || first == UInt8(ascii: ">") else {
      return false
    }
    let header = bytes[(valueStart + 1)...].prefix { $0 != 0x20 && $0 != 0x09 }
    return header.allSatisfy { "+-123456789".utf8.contains($0) }
  }

  /// Place after the closing quote, when the value starts with `quote` and closes it on this line.
  func endOfQuoted(_ quote: UInt8) -> Int? {
    guard firstOfValue == quote else { return nil }
    var cursor = valueStart + 1
    while cursor < range.end {
      if bytes[cursor] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        cursor += 2
      } else if bytes[cursor] == quote {
        let isDoubled =
          quote == UInt8(ascii: "'") && cursor + 1 < range.end
          && bytes[cursor + 1] == quote
        if !isDoubled { return cursor + 1 }
        cursor += 2
      } else {
        cursor += 1
      }
    }
    return nil
  }

  /// Whether text other than a comment stands at or after `offset`.
  func hasText(after offset: Int) -> Bool {
    let next = Self.skipBlanks(from: offset, in: bytes)
    return next < range.end && bytes[next] != UInt8(ascii: "#")
  }

  func contains(_ byte: UInt8, after offset: Int) -> Bool {
    offset < range.end && bytes[offset...].contains(byte)
  }

  private static func isMark(_ mark: UInt8, at index: Int, in bytes: ArraySlice<UInt8>) -> Bool {
    guard index < bytes.endIndex, bytes[index] == mark else { return false }
    return index + 1 == bytes.endIndex || bytes[index + 1] == 0x20 || bytes[index + 1] == 0x09
  }

  private static func skipBlanks(from index: Int, in bytes: ArraySlice<UInt8>) -> Int {
    var index = index
    while index < bytes.endIndex, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return min(index, bytes.endIndex)
  }

  /// The colon after a key made of word characters, `-`, `.` and `/`.
  private static func keyColon(from start: Int, in bytes: ArraySlice<UInt8>) -> Int? {
    var index = start
    while index < bytes.endIndex, isKeyByte(bytes[index]) { index += 1 }
    return index > start && isMark(UInt8(ascii: ":"), at: index, in: bytes) ? index : nil
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"): true
    default: false
    }
  }
}

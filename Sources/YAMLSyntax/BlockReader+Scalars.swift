import Diagnostics

extension BlockReader {
  /// A key, up to its colon.
  mutating func key() throws(Unplain) -> YAMLNode {
    switch bytes[cursor] {
    case UInt8(ascii: "|"), UInt8(ascii: ">"): throw Unplain()
    default: try scalar(in: 0)
    }
  }

  /// A scalar in a collection at column `parent`. The cursor then is at the colon behind it, at a
  /// comment, or where a line ends or starts.
  mutating func scalar(in parent: Int) throws(Unplain) -> YAMLNode {
    try count()
    let node: YAMLNode
    switch bytes[cursor] {
    case UInt8(ascii: "'"): node = try singleQuoted()
    case UInt8(ascii: "\""): node = try doubleQuoted()
    case UInt8(ascii: "|"): return try block(.literal, in: parent)
    case UInt8(ascii: ">"): return try block(.folded, in: parent)
    default: node = try plain()
    }
    while cursor < bytes.count, bytes[cursor] == 0x20 { cursor += 1 }
    guard
      isAtEnd() || bytes[cursor] == UInt8(ascii: "#")
        || isIndicator(UInt8(ascii: ":"), at: cursor)
    else { throw Unplain() }
    return node
  }

  private mutating func plain() throws(Unplain) -> YAMLNode {
    let start = cursor
    guard !Self.startsOther(bytes[start]), !isIndicator(UInt8(ascii: "-"), at: start) else {
      throw Unplain()
    }
    var end = start
    var next = start
    scan: while next < bytes.count {
      let byte = bytes[next]
      switch byte {
      // Most bytes: behind the colon there is none that may end the scalar.
      case UInt8(ascii: ";")...: break
      case 0x0A, 0x0D: break scan
      case 0x09: throw Unplain()
      case 0x20:
        next += 1
        continue
      case UInt8(ascii: ":") where isIndicator(byte, at: next): break scan
      case UInt8(ascii: "#") where bytes[next - 1] == 0x20: break scan
      default: break
      }
      next += 1
      end = next
    }
    cursor = next
    return node(text(start..<end), .plain, from: start, to: end)
  }

  /// Whether a byte starts something other than a plain scalar, or may do so.
  private static func startsOther(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: ","), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"),
      UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"),
      UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"),
      UInt8(ascii: "?"), UInt8(ascii: ":"):
      true
    default: false
    }
  }

  private mutating func singleQuoted() throws(Unplain) -> YAMLNode {
    let start = cursor
    let quote = UInt8(ascii: "'")
    var buffer: [UInt8] = []
    var piece = start + 1
    cursor += 1
    while !isAtEnd() {
      guard bytes[cursor] == quote else {
        cursor += 1
        continue
      }
      cursor += 1
      guard cursor < bytes.count, bytes[cursor] == quote else {
        let text = text(buffer, then: piece..<cursor - 1)
        return node(text, .singleQuoted, from: start, to: cursor)
      }
      buffer += bytes[piece..<cursor]
      cursor += 1
      piece = cursor
    }
    throw Unplain()
  }

  private mutating func doubleQuoted() throws(Unplain) -> YAMLNode {
    let start = cursor
    var buffer: [UInt8] = []
    var piece = start + 1
    cursor += 1
    while !isAtEnd() {
      switch bytes[cursor] {
      case UInt8(ascii: "\""):
        cursor += 1
        let text = text(buffer, then: piece..<cursor - 1)
        return node(text, .doubleQuoted, from: start, to: cursor)
      case UInt8(ascii: "\\"):
        buffer += bytes[piece..<cursor]
        buffer.append(try escaped())
        cursor += 2
        piece = cursor
      default: cursor += 1
      }
    }
    throw Unplain()
  }

  /// The byte that the escape at the cursor stands for.
  private func escaped() throws(Unplain) -> UInt8 {
    guard cursor + 1 < bytes.count else { throw Unplain() }
    switch bytes[cursor + 1] {
    case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "/"): return bytes[cursor + 1]
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "t"): return 0x09
    default: throw Unplain()
    }
  }

  // MARK: Nodes

  func node(
    _ text: String, _ style: YAMLScalar.Style, from start: Int, to end: Int
  ) -> YAMLNode {
    YAMLNode(
      content: .scalar(YAMLScalar(text: text, style: style)),
      range: SourceRange(start: start, end: end))
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  private func text(_ buffer: [UInt8], then range: Range<Int>) -> String {
    buffer.isEmpty ? text(range) : String(decoding: buffer + bytes[range], as: UTF8.self)
  }
}

import Diagnostics

extension BlockReader {
  private enum Chomping {
    case clip, strip, keep
  }

  /// A literal or folded scalar.
  mutating func block(
    _ style: YAMLScalar.Style, in parent: Int
  ) throws(Unplain) -> YAMLNode {
    let start = cursor
    cursor += 1
    let chomping = chomping()
    while cursor < bytes.count, bytes[cursor] == 0x20 { cursor += 1 }
    guard cursor < bytes.count, isAtEnd() else { throw Unplain() }
    startLine(at: lineEnd(from: cursor) + 1)
    let text = try content(isFolded: style == .folded, chomping, in: parent)
    // Without the breaks and blanks at its end, as for every other node.
    var end = cursor
    while end > start + 1, bytes[end - 1] <= 0x20 { end -= 1 }
    return node(text, style, from: start, to: end)
  }

  private mutating func chomping() -> Chomping {
    guard cursor < bytes.count else { return .clip }
    switch bytes[cursor] {
    case UInt8(ascii: "-"):
      cursor += 1
      return .strip
    case UInt8(ascii: "+"):
      cursor += 1
      return .keep
    default: return .clip
    }
  }

  /// The lines of a block, and the cursor at the start of the line behind them.
  private mutating func content(
    isFolded: Bool, _ chomping: Chomping, in parent: Int
  ) throws(Unplain) -> String {
    var text: [UInt8] = []
    // Line breaks since the last line that is not empty.
    var breaks = emptyLines()
    let indent = leadingSpaces()
    guard indent > parent, cursor + indent < bytes.count, bytes[cursor + indent] > 0x20 else {
      throw Unplain()
    }
    var endsWithBreak = false
    var wasIndented = false
    while try startsContent(indent) {
      let end = lineEnd(from: cursor + indent)
      let hasReturn = end < bytes.count && bytes[end - 1] == 0x0D
      let line = bytes[cursor + indent..<(hasReturn ? end - 1 : end)]
      let isIndented = line.first == 0x20 || line.first == 0x09
      if endsWithBreak {
        if !isFolded || wasIndented || isIndented {
          text.append(0x0A)
        } else if breaks == 0 {
          text.append(0x20)
        }
      }
      text.append(contentsOf: repeatElement(0x0A, count: breaks))
      text += line
      wasIndented = isIndented
      endsWithBreak = end < bytes.count
      startLine(at: min(end + 1, bytes.count))
      breaks = emptyLines(upTo: indent)
    }
    if endsWithBreak, chomping != .strip { text.append(0x0A) }
    if chomping == .keep { text.append(contentsOf: repeatElement(0x0A, count: breaks)) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether the cursor's line belongs to a block with this indent.
  private func startsContent(_ indent: Int) throws(Unplain) -> Bool {
    let spaces = leadingSpaces(upTo: indent)
    let first = cursor + spaces
    if spaces == indent { return first < bytes.count }
    if first < bytes.count, bytes[first] == 0x09 { throw Unplain() }
    return false
  }

  /// Passes lines that hold nothing but at most `indent` spaces.
  /// - Returns: their number.
  private mutating func emptyLines(upTo indent: Int = 0) -> Int {
    var count = 0
    while true {
      let first = cursor + leadingSpaces(upTo: indent)
      guard first < bytes.count, bytes[first] == 0x0A || bytes[first] == 0x0D else { return count }
      startLine(at: lineEnd(from: first) + 1)
      count += 1
    }
  }

  private func leadingSpaces(upTo limit: Int = .max) -> Int {
    var offset = cursor
    while offset < bytes.count, offset - cursor < limit, bytes[offset] == 0x20 { offset += 1 }
    return offset - cursor
  }
}

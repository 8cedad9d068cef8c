import Diagnostics

/// Words: what stands for itself, and quotes.
extension ShellParser {
  /// The word at the cursor; `nil` when an operator or the end stands there.
  mutating func word() -> ShellWord? {
    let start = reader.offset
    let end = plainEnd
    guard startsPart(at: end) else {
      guard end > start else { return nil }
      reader.move(to: end)
      return ShellWord(
        literal: reader.text(start..<end), range: SourceRange(start: start, end: end))
    }
    guard end == start else { return word(from: start, after: literal(to: end)) }
    let first = part()
    if plainEnd > reader.offset || startsPart(at: reader.offset) {
      return word(from: start, after: first)
    }
    return ShellWord(part: first, range: SourceRange(start: start, end: reader.offset))
  }

  /// The rest of a word of several parts.
  private mutating func word(from start: Int, after first: ShellWord.Part) -> ShellWord {
    var parts: [ShellWord.Part] = []
    parts.reserveCapacity(4)
    parts.append(first)
    while true {
      takeLiteral(to: plainEnd, into: &parts)
      guard startsPart(at: reader.offset) else { break }
      parts.append(part())
    }
    return ShellWord(parts: parts, range: SourceRange(start: start, end: reader.offset))
  }

  /// Where the bytes at the cursor end that stand for themselves.
  private var plainEnd: Int {
    reader.end(from: reader.offset) { !ShellReader.isMeta($0) && !Self.isSpecial($0) }
  }

  /// The bytes up to a place, when there are any.
  private mutating func takeLiteral(to end: Int, into parts: inout [ShellWord.Part]) {
    if end > reader.offset { parts.append(literal(to: end)) }
  }

  private mutating func literal(to end: Int) -> ShellWord.Part {
    let text = reader.text(reader.offset..<end)
    reader.move(to: end)
    return .literal(text)
  }

  /// Bytes that start a quote, an expansion or an escape.
  static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "$"),
      UInt8(ascii: "\\"):
      true
    default: false
    }
  }

  /// Whether a word goes on with a part that is no literal.
  private func startsPart(at place: Int) -> Bool {
    switch reader.byte(at: place) {
    case UInt8(ascii: "<"), UInt8(ascii: ">"): reader.byte(at: place + 1) == UInt8(ascii: "(")
    case let byte?: Self.isSpecial(byte)
    case nil: false
    }
  }

  /// The quote, expansion or escape at the cursor.
  mutating func part() -> ShellWord.Part {
    switch reader.peek() {
    case UInt8(ascii: "'"): return singleQuoted()
    case UInt8(ascii: "\""): return doubleQuoted()
    case UInt8(ascii: "`"): return backtick()
    case UInt8(ascii: "$"): return dollar()
    case UInt8(ascii: "\\"): return escape()
    default:
      reader.advance(2)
      return .process(script(after: "<("))
    }
  }

  private mutating func escape() -> ShellWord.Part {
    reader.advance()
    guard let next = reader.peek() else { return .literal("\\") }
    let start = reader.offset
    takeCharacter()
    return .literal(next == 0x0A ? "" : reader.text(start..<reader.offset))
  }

  /// Steps over a character, which may have several bytes.
  private mutating func takeCharacter() {
    reader.advance()
    reader.move(to: reader.end(from: reader.offset) { $0 & 0xC0 == 0x80 })
  }

  // MARK: Quotes

  mutating func singleQuoted() -> ShellWord.Part {
    let start = reader.offset
    reader.advance()
    let end = reader.place(of: UInt8(ascii: "'"))
    let text = reader.text((start + 1)..<end)
    reader.move(to: end)
    close("'", from: start)
    return .singleQuoted(text)
  }

  private mutating func doubleQuoted() -> ShellWord.Part {
    let start = reader.offset
    reader.advance()
    var parts: [ShellWord.Part] = []
    parts.reserveCapacity(4)
    while true {
      let end = reader.end(from: reader.offset) { $0 == UInt8(ascii: "'") || !Self.isSpecial($0) }
      takeLiteral(to: end, into: &parts)
      guard let byte = reader.peek(), byte != UInt8(ascii: "\"") else { break }
      parts.append(byte == UInt8(ascii: "\\") ? quotedEscape() : part())
    }
    close("\"", from: start)
    return .doubleQuoted(parts)
  }

  /// In double quotes a backslash escapes only what is special there.
  private mutating func quotedEscape() -> ShellWord.Part {
    let start = reader.offset
    reader.advance()
    switch reader.peek() {
    case nil: return .literal("\\")
    case 0x0A:
      reader.advance()
      return .literal("")
    case UInt8(ascii: "$"), UInt8(ascii: "`"), UInt8(ascii: "\""), UInt8(ascii: "\\"):
      reader.advance()
      return .literal(reader.text((start + 1)..<reader.offset))
    default:
      takeCharacter()
      return .literal(reader.text(start..<reader.offset))
    }
  }

  /// Steps over the sign that ends a quote or an expansion; at the end of the text it is missing.
  mutating func close(_ opening: String, from start: Int) {
    if reader.peek() == nil { reader.fail(.unclosed(opening), from: start) }
    reader.advance()
  }
}

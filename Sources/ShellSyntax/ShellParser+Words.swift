import Diagnostics

/// Words: what stands for itself, and quotes.
extension ShellParser {
  /// The word at the cursor; `nil` when an operator or the end stands there.
  mutating func word() -> ShellWord? {
    let start = reader.offset
    reader.skipPlain()
    if !startsPart {
      guard reader.offset > start else { return nil }
      return ShellWord(literal: reader.text(from: start), range: reader.range(from: start))
    }
    var isExpanded = false
    if reader.skipWord(isExpanded: &isExpanded) {
      return ShellWord(in: text, isExpanded: isExpanded, range: reader.range(from: start))
    }
    reader.move(to: start)
    return ShellWord(parts: parts(), range: reader.range(from: start))
  }

  /// The parts of the word at the cursor.
  mutating func parts() -> [ShellWord.Part] {
    var parts: [ShellWord.Part] = []
    parts.reserveCapacity(4)
    while true {
      let start = reader.offset
      reader.skipPlain()
      takeLiteral(from: start, into: &parts)
      guard startsPart else { return parts }
      parts.append(part())
    }
  }

  /// The bytes up to the cursor, when there are any.
  private func takeLiteral(from start: Int, into parts: inout [ShellWord.Part]) {
    if reader.offset > start { parts.append(.literal(reader.text(from: start))) }
  }

  /// Whether a part that is no literal stands at the cursor.
  private var startsPart: Bool {
    switch reader.peek() {
    case UInt8(ascii: "<"), UInt8(ascii: ">"): reader.peek(1) == UInt8(ascii: "(")
    case let byte?: ShellReader.isSpecial(byte)
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
    return .literal(next == 0x0A ? "" : reader.text(from: start))
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
    reader.move(to: reader.place(of: UInt8(ascii: "'")))
    let text = reader.text(from: start + 1)
    close("'", from: start)
    return .singleQuoted(text)
  }

  private mutating func doubleQuoted() -> ShellWord.Part {
    let start = reader.offset
    reader.advance()
    var parts: [ShellWord.Part] = []
    parts.reserveCapacity(4)
    while true {
      let start = reader.offset
      reader.skipQuoted()
      takeLiteral(from: start, into: &parts)
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
      return .literal(reader.text(from: start + 1))
    default:
      takeCharacter()
      return .literal(reader.text(from: start))
    }
  }

  /// Steps over the sign that ends a quote or an expansion; at the end of the text it is missing.
  mutating func close(_ opening: String, from start: Int) {
    if reader.peek() == nil { reader.fail(.unclosed(opening), from: start) }
    reader.advance()
  }
}

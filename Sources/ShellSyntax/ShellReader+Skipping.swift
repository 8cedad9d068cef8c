/// Steps over parts of words that need no parser. Where one is not closed or holds a script the
/// answer is `false`, and the cursor stands anywhere in it.
extension ShellReader {
  /// Steps over bytes that stand for themselves.
  mutating func skipPlain() {
    move(to: end(from: offset) { !Self.isMeta($0) && !Self.isSpecial($0) })
  }

  /// Steps over a whole word, and tells whether it has parameters.
  mutating func skipWord(isExpanded: inout Bool) -> Bool {
    while true {
      skipPlain()
      switch peek() {
      case UInt8(ascii: "'"): guard skipSingleQuoted() else { return false }
      case UInt8(ascii: "\""): guard skipDoubleQuoted(isExpanded: &isExpanded) else { return false }
      case UInt8(ascii: "\\"): guard skipEscape() else { return false }
      case UInt8(ascii: "$"):
        guard skipParameter() else { return false }
        isExpanded = true
      case UInt8(ascii: "`"): return false
      case UInt8(ascii: "<"), UInt8(ascii: ">"): return peek(1) != UInt8(ascii: "(")
      default: return true
      }
    }
  }

  mutating func skipSingleQuoted() -> Bool {
    advance()
    move(to: place(of: UInt8(ascii: "'")))
    return take(UInt8(ascii: "'"))
  }

  private mutating func skipDoubleQuoted(isExpanded: inout Bool) -> Bool {
    advance()
    while true {
      skipQuoted()
      switch peek() {
      case UInt8(ascii: "\""): return take(UInt8(ascii: "\""))
      case UInt8(ascii: "\\"): guard skipEscape() else { return false }
      case UInt8(ascii: "$"):
        guard skipParameter() else { return false }
        isExpanded = true
      default: return false
      }
    }
  }

  /// Steps over bytes that stand for themselves in double quotes.
  mutating func skipQuoted() {
    move(to: end(from: offset) { $0 == UInt8(ascii: "'") || !Self.isSpecial($0) })
  }

  /// What stands between backticks is a script of its own, whose problems are not those of this one.
  mutating func skipBackticks() -> Bool {
    advance()
    while let byte = peek(), byte != UInt8(ascii: "`") {
      advance(byte == UInt8(ascii: "\\") ? 2 : 1)
    }
    return take(UInt8(ascii: "`"))
  }

  mutating func skipEscape() -> Bool {
    guard peek(1) != nil else { return false }
    advance(2)
    return true
  }

  /// `$NAME`, `$1`, or `${…}` without quotes and expansions inside.
  mutating func skipParameter() -> Bool {
    guard let first = peek(1) else { return false }
    if first == UInt8(ascii: "{") {
      move(to: end(from: offset + 2) { $0 != UInt8(ascii: "}") && !Self.isSpecial($0) })
      return take(UInt8(ascii: "}"))
    }
    if Self.isSpecialParameter(first) {
      advance(2)
    } else {
      guard ShellName.isNameByte(first) else { return false }
      move(to: end(from: offset + 1, while: ShellName.isNameByte))
    }
    return true
  }
}

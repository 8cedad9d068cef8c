/// Tells scripts that are complete without parsing them, which is so for most commands of a build:
/// words, quotes, plain expansions and substitutions, joined by `&&`, `|` and `;`.
package struct PlainScript: ~Copyable {
  private var reader: ShellReader

  /// Whether a script is surely complete; `false` only means that it has to be parsed.
  package static func covers(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var script = PlainScript(reader: ShellReader(bytes))
      return script.commands(upTo: nil)
    }
  }

  private init(reader: consuming ShellReader) {
    self.reader = reader
  }

  /// Commands up to the closing byte of a substitution, or to the end of the text.
  private mutating func commands(upTo close: UInt8?) -> Bool {
    var isFirstWord = true
    while true {
      reader.skipBlanks()
      guard let byte = reader.peek(), byte != close else { return reader.peek() == close }
      switch byte {
      case 0x0A, UInt8(ascii: ";"):
        reader.advance()
        if byte != 0x0A, reader.peek() == byte { return false }
        isFirstWord = true
      case UInt8(ascii: "&"), UInt8(ascii: "|"):
        guard !isFirstWord, join(byte) else { return false }
        isFirstWord = true
      case UInt8(ascii: "<"), UInt8(ascii: ">"):
        guard !isFirstWord, redirection(byte) else { return false }
      default:
        guard !isFirstWord || !isKeyword(byte), word() else { return false }
        isFirstWord = false
      }
    }
  }

  /// `&&`, `||` or `|`.
  private mutating func join(_ byte: UInt8) -> Bool {
    reader.advance()
    return reader.take(byte) || byte == UInt8(ascii: "|") && reader.peek() != UInt8(ascii: "&")
  }

  /// `>`, `>>`, `>&`, `<` or `<&` and the target; here-documents are left to the parser.
  private mutating func redirection(_ byte: UInt8) -> Bool {
    reader.advance()
    if !reader.take(UInt8(ascii: "&")), reader.take(byte), byte == UInt8(ascii: "<") {
      return false
    }
    reader.skipBlanks()
    return word()
  }

  // MARK: Words

  /// A word of at least one byte, with its quotes and expansions closed.
  private mutating func word() -> Bool {
    let start = reader.offset
    while true {
      reader.skipPlain()
      switch reader.peek() {
      case UInt8(ascii: "'"): guard reader.skipSingleQuoted() else { return false }
      case UInt8(ascii: "\""): guard doubleQuoted() else { return false }
      case UInt8(ascii: "\\"):
        // An escaped line end may stand inside of a keyword.
        guard reader.peek(1) != 0x0A, reader.skipEscape() else { return false }
      case UInt8(ascii: "`"): guard reader.skipBackticks() else { return false }
      case UInt8(ascii: "$"): guard expansion() else { return false }
      case UInt8(ascii: "("): return false
      default: return reader.offset > start
      }
    }
  }

  private mutating func doubleQuoted() -> Bool {
    reader.advance()
    while true {
      reader.skipQuoted()
      switch reader.peek() {
      case UInt8(ascii: "\""): return reader.take(UInt8(ascii: "\""))
      case UInt8(ascii: "\\"): guard reader.skipEscape() else { return false }
      case UInt8(ascii: "`"): guard reader.skipBackticks() else { return false }
      case UInt8(ascii: "$"): guard expansion() else { return false }
      default: return false
      }
    }
  }

  /// A parameter, `$(…)`, or a `$` by itself.
  private mutating func expansion() -> Bool {
    switch reader.peek(1) {
    case UInt8(ascii: "("): return substitution()
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return false
    case UInt8(ascii: "{"): return reader.skipParameter()
    default:
      if !reader.skipParameter() { reader.advance() }
      return true
    }
  }

  private mutating func substitution() -> Bool {
    reader.advance(2)
    guard reader.depth < Self.depthLimit, reader.peek() != UInt8(ascii: "(") else { return false }
    reader.depth += 1
    defer { reader.depth -= 1 }
    return commands(upTo: UInt8(ascii: ")")) && reader.take(UInt8(ascii: ")"))
  }

  private static let depthLimit = 8

  /// Whether a word of the grammar stands at the cursor, which only the parser knows to go on with.
  private func isKeyword(_ first: UInt8) -> Bool {
    switch first {
    case UInt8(ascii: "{"): reader.isWord("{")
    case UInt8(ascii: "}"): reader.isWord("}")
    case UInt8(ascii: "["): reader.isWord("[[")
    case UInt8(ascii: "!"): reader.isWord("!")
    case UInt8(ascii: "i"): reader.isWord("if")
    case UInt8(ascii: "t"): reader.isWord("then")
    case UInt8(ascii: "e"):
      reader.isWord("elif") || reader.isWord("else") || reader.isWord("esac")
    case UInt8(ascii: "f"):
      reader.isWord("fi") || reader.isWord("for") || reader.isWord("function")
    case UInt8(ascii: "d"): reader.isWord("do") || reader.isWord("done")
    case UInt8(ascii: "w"): reader.isWord("while")
    case UInt8(ascii: "u"): reader.isWord("until")
    case UInt8(ascii: "c"): reader.isWord("case")
    case UInt8(ascii: "s"): reader.isWord("select")
    default: false
    }
  }
}

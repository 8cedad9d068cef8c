/// Tells scripts that are complete without parsing them, which is so for most commands of a build:
/// words, quotes, plain expansions and substitutions, joined by `&&`, `|` and `;`.
package struct PlainScript {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var depth = 0

  /// Whether a script is surely complete; `false` only means that it has to be parsed.
  package static func covers(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var script = PlainScript(bytes: bytes)
      return script.commands(upTo: nil)
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  private var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// Commands up to the closing byte of a substitution, or to the end of the text.
  private mutating func commands(upTo close: UInt8?) -> Bool {
    var isFirstWord = true
    while let byte = current {
      if byte == close { return true }
      switch byte {
      case 0x20, 0x09, 0x0D: offset += 1
      case 0x0A, UInt8(ascii: ";"):
        offset += 1
        if byte != 0x0A, current == byte { return false }
        isFirstWord = true
      case UInt8(ascii: "&"), UInt8(ascii: "|"):
        guard !isFirstWord, join(byte) else { return false }
        isFirstWord = true
      case UInt8(ascii: ">"):
        guard !isFirstWord, redirection() else { return false }
      default:
        guard !isFirstWord || !isKeyword(), word() else { return false }
        isFirstWord = false
      }
    }
    return close == nil
  }

  /// `&&`, `||` or `|`.
  private mutating func join(_ byte: UInt8) -> Bool {
    offset += 1
    if current == byte {
      offset += 1
      return true
    }
    return byte == UInt8(ascii: "|") && current != UInt8(ascii: "&")
  }

  /// `>`, `>>` or `>&` and its target.
  private mutating func redirection() -> Bool {
    offset += 1
    if current == UInt8(ascii: ">") || current == UInt8(ascii: "&") { offset += 1 }
    while current == 0x20 { offset += 1 }
    return word()
  }

  // MARK: Words

  /// A word of at least one byte, with its quotes and expansions closed.
  private mutating func word() -> Bool {
    let start = offset
    while let byte = current {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "-")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "="):
        // The most usual of those that stand for themselves.
        offset += 1
      case UInt8(ascii: "$"), UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard quoting(byte) else { return false }
      case 0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"),
        UInt8(ascii: ">"), UInt8(ascii: ")"):
        return offset > start
      case UInt8(ascii: "#"):
        // A comment starts with a word; elsewhere the sign means nothing.
        guard offset > start else { return false }
        offset += 1
      case 0x00..<0x20, UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: "`"): return false
      default: offset += 1
      }
    }
    return offset > start
  }

  /// A quote, an expansion or an escape.
  private mutating func quoting(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "$"): return expansion()
    case UInt8(ascii: "\\"):
      offset += 2
      return offset <= bytes.count
    case UInt8(ascii: "\""): return doubleQuoted()
    case UInt8(ascii: "'"): return singleQuoted()
    default: return false
    }
  }

  private mutating func singleQuoted() -> Bool {
    offset += 1
    while let byte = current {
      offset += 1
      if byte == UInt8(ascii: "'") { return true }
    }
    return false
  }

  private mutating func doubleQuoted() -> Bool {
    offset += 1
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return true
      case UInt8(ascii: "$"), UInt8(ascii: "\\"), UInt8(ascii: "`"):
        guard quoting(byte) else { return false }
      default: offset += 1
      }
    }
    return false
  }

  /// `$NAME`, `${NAME}` with simple operators, `$(…)`, or a `$` by itself.
  private mutating func expansion() -> Bool {
    offset += 1
    switch current {
    case UInt8(ascii: "{"):
      offset += 1
      while let byte = current, ShellName.isNameByte(byte) || Self.isOperator(byte) { offset += 1 }
      guard current == UInt8(ascii: "}") else { return false }
      offset += 1
      return true
    case UInt8(ascii: "("): return substitution()
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return false
    default: return true
    }
  }

  /// Signs between the braces of an expansion that open nothing.
  private static func isOperator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"): true
    default: false
    }
  }

  private mutating func substitution() -> Bool {
    offset += 1
    guard depth < Self.depthLimit, current != UInt8(ascii: "(") else { return false }
    depth += 1
    defer { depth -= 1 }
    guard commands(upTo: UInt8(ascii: ")")) else { return false }
    offset += 1
    return true
  }

  private static let depthLimit = 8

  /// Whether a word of the grammar stands at the cursor, which only the parser knows to go on with.
  private func isKeyword() -> Bool {
    switch bytes[offset] {
    case UInt8(ascii: "{"): isWord("{")
    case UInt8(ascii: "}"): isWord("}")
    case UInt8(ascii: "["): isWord("[[")
    case UInt8(ascii: "!"): isWord("!")
    case UInt8(ascii: "i"): isWord("if")
    case UInt8(ascii: "t"): isWord("then")
    case UInt8(ascii: "e"): isWord("elif") || isWord("else") || isWord("esac")
    case UInt8(ascii: "f"): isWord("fi") || isWord("for") || isWord("function")
    case UInt8(ascii: "d"): isWord("do") || isWord("done")
    case UInt8(ascii: "w"): isWord("while")
    case UInt8(ascii: "u"): isWord("until")
    case UInt8(ascii: "c"): isWord("case")
    case UInt8(ascii: "s"): isWord("select")
    default: false
    }
  }

  private func isWord(_ word: StaticString) -> Bool {
    let end = offset + word.utf8CodeUnitCount
    guard end <= bytes.count,
      word.withUTF8Buffer({ $0.elementsEqual(bytes[offset..<end]) })
    else { return false }
    return end == bytes.count || ShellReader.isMeta(bytes[end])
  }
}

import Diagnostics

/// The characters of a script and the reading of words: quotes and expansions.
struct ShellReader {
  let bytes: [UInt8]
  /// Never past the end, however a cut-off text is stepped over.
  var offset = 0 {
    didSet { offset = min(offset, bytes.count) }
  }
  /// The first thing that could not be read to its end.
  var problem: ShellProblem?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Expansions and compounds nested deeper than this are taken as text.
  static let depthLimit = 40
  var depth = 0

  func peek(_ ahead: Int = 0) -> UInt8? {
    offset + ahead < bytes.count ? bytes[offset + ahead] : nil
  }

  func starts(with text: StaticString) -> Bool {
    guard offset + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { text in
      for index in text.indices where bytes[offset + index] != text[index] { return false }
      return true
    }
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  mutating func fail(_ kind: ShellProblem.Kind, from start: Int) {
    if problem == nil {
      problem = ShellProblem(kind: kind, range: SourceRange(start: start, end: offset))
    }
  }

  /// Blanks, escaped line ends and comments; line ends stay.
  mutating func skipBlanks() {
    while let byte = peek() {
      if byte == 0x20 || byte == 0x09 || byte == 0x0D {
        offset += 1
      } else if byte == UInt8(ascii: "\\"), peek(1) == 0x0A {
        offset += 2
      } else if byte == UInt8(ascii: "#") {
        while let next = peek(), next != 0x0A {
          _ = next
          offset += 1
        }
      } else {
        return
      }
    }
  }

  static func isMeta(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"):
      true
    default: false
    }
  }

  // MARK: Words

  /// The word at the cursor; `nil` when an operator or the end stands there.
  mutating func word() -> ShellWord? {
    let start = offset
    var parts: [ShellWord.Part] = []
    if let end = plainEnd() {
      offset = end
      return ShellWord(literal: text(start..<end), range: SourceRange(start: start, end: end))
    }
    while true {
      takeLiteral(into: &parts) { !Self.isMeta($0) && !Self.isSpecial($0) }
      guard let byte = peek() else { break }
      if byte == UInt8(ascii: "\\") {
        parts.append(escape())
      } else if let part = special(byte) {
        parts.append(part)
      } else {
        break
      }
    }
    guard offset > start else { return nil }
    return ShellWord(parts: parts, range: SourceRange(start: start, end: offset))
  }

  /// The end of the word at the cursor when all of its bytes stand for themselves.
  private func plainEnd() -> Int? {
    var end = offset
    while end < bytes.count, !Self.isMeta(bytes[end]) {
      if Self.isSpecial(bytes[end]) { return nil }
      end += 1
    }
    // `<(` and `>(` go on with the word.
    guard end > offset else { return nil }
    let isProcess = end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: "(")
    return isProcess && (bytes[end] == 0x3C || bytes[end] == 0x3E) ? nil : end
  }

  /// A run of bytes that stand for themselves.
  private mutating func takeLiteral(
    into parts: inout [ShellWord.Part], while isLiteral: (UInt8) -> Bool
  ) {
    var end = offset
    while end < bytes.count, isLiteral(bytes[end]) { end += 1 }
    guard end > offset else { return }
    parts.append(.literal(text(offset..<end)))
    offset = end
  }

  /// Bytes that start a quote, an expansion or an escape.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "$"),
      UInt8(ascii: "\\"):
      true
    default: false
    }
  }

  private mutating func escape() -> ShellWord.Part {
    offset += 1
    guard let next = peek() else { return .literal("\\") }
    // A character may have several bytes.
    let start = offset
    offset += 1
    while let byte = peek(), byte & 0xC0 == 0x80 { offset += 1 }
    return .literal(next == 0x0A ? "" : text(start..<offset))
  }

  /// A quoted or expanded part; `nil` when the byte starts none.
  private mutating func special(_ byte: UInt8) -> ShellWord.Part? {
    switch byte {
    case UInt8(ascii: "'"): return singleQuoted()
    case UInt8(ascii: "\""): return doubleQuoted()
    case UInt8(ascii: "`"): return backtick()
    case UInt8(ascii: "$"): return dollar()
    case UInt8(ascii: "<"), UInt8(ascii: ">"):
      guard peek(1) == UInt8(ascii: "(") else { return nil }
      offset += 2
      return .process(script(until: UInt8(ascii: ")"), opening: "<("))
    default: return nil
    }
  }

  private mutating func singleQuoted() -> ShellWord.Part {
    let start = offset
    offset += 1
    while let byte = peek(), byte != UInt8(ascii: "'") {
      _ = byte
      offset += 1
    }
    let text = text((start + 1)..<offset)
    if peek() == nil { fail(.unclosed("'"), from: start) } else { offset += 1 }
    return .singleQuoted(text)
  }

  private mutating func doubleQuoted() -> ShellWord.Part {
    let start = offset
    offset += 1
    var parts: [ShellWord.Part] = []
    parts.reserveCapacity(2)
    while true {
      takeLiteral(into: &parts) { byte in
        byte == UInt8(ascii: "'") || !Self.isSpecial(byte)
      }
      guard let byte = peek(), byte != UInt8(ascii: "\"") else { break }
      if byte == UInt8(ascii: "\\") {
        parts.append(quotedEscape())
      } else if let part = special(byte) {
        parts.append(part)
      }
    }
    if peek() == nil { fail(.unclosed("\""), from: start) } else { offset += 1 }
    return .doubleQuoted(parts)
  }

  /// In double quotes a backslash escapes only what is special there.
  private mutating func quotedEscape() -> ShellWord.Part {
    let start = offset
    guard let next = peek(1) else {
      offset += 1
      return .literal("\\")
    }
    offset += 2
    if next == 0x0A { return .literal("") }
    let isEscaped = "$`\"\\".utf8.contains(next)
    if !isEscaped { while let byte = peek(), byte & 0xC0 == 0x80 { offset += 1 } }
    return .literal(text((isEscaped ? start + 1 : start)..<offset))
  }

  private mutating func backtick() -> ShellWord.Part {
    let start = offset
    offset += 1
    while let byte = peek(), byte != UInt8(ascii: "`") {
      offset += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    offset = min(offset, bytes.count)
    var parser = ShellParser(Array(bytes[(start + 1)..<max(start + 1, offset)]))
    let script = depth < Self.depthLimit ? parser.parse(shiftedBy: start + 1) : ShellScript()
    if peek() == nil { fail(.unclosed("`"), from: start) } else { offset += 1 }
    return .substitution(
      script, isBacktick: true, range: SourceRange(start: start, end: offset))
  }

  /// What follows a `$`; the sign alone is text.
  private mutating func dollar() -> ShellWord.Part {
    let start = offset
    offset += 1
    guard let next = peek() else { return .literal("$") }
    switch next {
    case UInt8(ascii: "("):
      if peek(1) == UInt8(ascii: "("), let text = arithmetic() { return .arithmetic(text) }
      offset += 1
      let script = script(until: UInt8(ascii: ")"), opening: "$(")
      return .substitution(
        script, isBacktick: false, range: SourceRange(start: start, end: offset))
    case UInt8(ascii: "{"): return braces(from: start)
    case UInt8(ascii: "'"): return singleQuoted()
    case UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "*"),
      UInt8(ascii: "$"), UInt8(ascii: "!"), UInt8(ascii: "-"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      offset += 1
    default:
      while let byte = peek(), ShellName.isNameByte(byte) { offset += 1 }
    }
    guard offset > start + 1 else { return .literal("$") }
    return .parameter(
      name: text((start + 1)..<offset), operator: "", range: SourceRange(start: start, end: offset))
  }

  private mutating func braces(from start: Int) -> ShellWord.Part {
    offset += 1
    let nameStart = offset
    if peek() == UInt8(ascii: "#") || peek() == UInt8(ascii: "!"), peek(1) != UInt8(ascii: "}") {
      offset += 1
    }
    let wordStart = offset
    while let byte = peek(), ShellName.isNameByte(byte) { offset += 1 }
    if offset == wordStart, peek() != UInt8(ascii: "}") { offset += 1 }
    let name = text(wordStart..<min(offset, bytes.count))
    let prefix = text(nameStart..<wordStart)
    let operationStart = min(offset, bytes.count)
    skipBraces()
    let operation = text(operationStart..<max(operationStart, offset))
    if peek() == nil { fail(.unclosed("${"), from: start) } else { offset += 1 }
    return .parameter(
      name: name, operator: prefix + operation, range: SourceRange(start: start, end: offset))
  }

  /// Up to the closing brace, over quotes and nested expansions.
  private mutating func skipBraces() {
    offset = min(offset, bytes.count)
    while let byte = peek(), byte != UInt8(ascii: "}") {
      if byte == UInt8(ascii: "\\") {
        offset = min(offset + 2, bytes.count)
      } else if depth < Self.depthLimit, byte != UInt8(ascii: "<"), byte != UInt8(ascii: ">") {
        depth += 1
        if special(byte) == nil { offset += 1 }
        depth -= 1
      } else {
        offset += 1
      }
    }
  }

  /// `$((…))`; `nil`, with the cursor unmoved, when it is a subshell in a substitution.
  private mutating func arithmetic() -> String? {
    let start = offset
    var level = 0
    var index = offset
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "(") { level += 1 }
      if bytes[index] == UInt8(ascii: ")") {
        level -= 1
        if level == 1, index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ")") {
          offset = index + 2
          return text((start + 2)..<index)
        }
        if level <= 1 { return nil }
      }
      index += 1
    }
    return nil
  }

  /// The script up to a closing byte.
  private mutating func script(until close: UInt8, opening: String) -> ShellScript {
    let start = offset
    guard depth < Self.depthLimit else {
      offset = bytes.count
      return ShellScript()
    }
    var parser = ShellParser(self)
    parser.reader.depth += 1
    let statements = parser.statements { $0.reader.peek() == close }
    parser.reader.depth -= 1
    self = parser.reader
    if peek() == close { offset += 1 } else { fail(.unclosed(opening), from: start) }
    return ShellScript(statements: statements)
  }
}

/// Names of variables.
package enum ShellName {
  package static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Whether a text is a name: a letter or `_`, then letters, digits and `_`.
  package static func isValid(_ name: String) -> Bool {
    guard let first = name.utf8.first, first < UInt8(ascii: "0") || first > UInt8(ascii: "9") else {
      return false
    }
    return name.utf8.allSatisfy(isNameByte)
  }
}

import Diagnostics

/// What the shell puts other text for.
extension ShellParser {
  /// What follows a `$`; the sign alone is text.
  mutating func dollar() -> ShellWord.Part {
    let start = reader.offset
    reader.advance()
    switch reader.peek() {
    case UInt8(ascii: "("): return substitution(from: start)
    case UInt8(ascii: "{"): return braces(from: start)
    case UInt8(ascii: "'"): return singleQuoted()
    case let next? where ShellReader.isSpecialParameter(next): reader.advance()
    default: reader.move(to: reader.end(from: reader.offset, while: ShellName.isNameByte))
    }
    guard reader.offset > start + 1 else { return .literal("$") }
    return .parameter(
      name: reader.text(from: start + 1), operator: "", range: reader.range(from: start))
  }

  private mutating func braces(from start: Int) -> ShellWord.Part {
    reader.advance()
    let nameStart = reader.offset
    if reader.peek() == UInt8(ascii: "#") || reader.peek() == UInt8(ascii: "!"),
      reader.peek(1) != UInt8(ascii: "}")
    {
      reader.advance()
    }
    let wordStart = reader.offset
    reader.move(to: reader.end(from: wordStart, while: ShellName.isNameByte))
    if reader.offset == wordStart, reader.peek() != UInt8(ascii: "}") { reader.advance() }
    let name = reader.text(from: wordStart)
    let prefix = reader.text(nameStart..<wordStart)
    let operationStart = reader.offset
    skipBraces()
    let operation = reader.text(from: operationStart)
    close("${", from: start)
    return .parameter(
      name: name, operator: prefix + operation, range: reader.range(from: start))
  }

  /// Up to the closing brace, over quotes and nested expansions.
  private mutating func skipBraces() {
    while let byte = reader.peek(), byte != UInt8(ascii: "}") {
      if byte == UInt8(ascii: "\\") {
        reader.advance(2)
      } else if ShellReader.isSpecial(byte), reader.depth < ShellReader.depthLimit {
        reader.depth += 1
        _ = part()
        reader.depth -= 1
      } else {
        reader.advance()
      }
    }
  }

  /// `$((…))`; `nil`, with the cursor unmoved, when it is a subshell in a substitution.
  private mutating func arithmetic() -> String? {
    let start = reader.offset
    var level = 0
    var index = start
    while let byte = reader.byte(at: index) {
      if byte == UInt8(ascii: "(") { level += 1 }
      if byte == UInt8(ascii: ")") {
        level -= 1
        if level == 1, reader.byte(at: index + 1) == UInt8(ascii: ")") {
          reader.move(to: index + 2)
          return reader.text((start + 2)..<index)
        }
        if level <= 1 { return nil }
      }
      index += 1
    }
    return nil
  }

  // MARK: Scripts in words

  private mutating func substitution(from start: Int) -> ShellWord.Part {
    if reader.peek(1) == UInt8(ascii: "("), let text = arithmetic() { return .arithmetic(text) }
    reader.advance()
    let script = script(after: "$(")
    return .substitution(script, isBacktick: false, range: reader.range(from: start))
  }

  mutating func backtick() -> ShellWord.Part {
    let start = reader.offset
    let isClosed = reader.skipBackticks()
    if !isClosed { reader.fail(.unclosed("`"), from: start) }
    var script = ShellScript()
    if reader.depth < ShellReader.depthLimit {
      let end = isClosed ? reader.offset - 1 : reader.offset
      var parser = ShellParser(reader.piece((start + 1)..<end), of: text)
      script = parser.parse()
    }
    return .substitution(script, isBacktick: true, range: reader.range(from: start))
  }

  /// The script up to a closing parenthesis. Its here-documents are its own.
  mutating func script(after opening: String) -> ShellScript {
    let start = reader.offset
    guard reader.depth < ShellReader.depthLimit else {
      reader.move(to: reader.bytes.count)
      return ShellScript()
    }
    let outer = heredocs
    heredocs = Heredocs()
    reader.depth += 1
    let statements = statements(until: .parenthesis)
    reader.depth -= 1
    heredocs = outer
    close(opening, from: start)
    return ShellScript(statements: statements)
  }
}

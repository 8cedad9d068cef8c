import Diagnostics

extension ShellParser {
  /// The compound command at the cursor; `nil` when there is none.
  mutating func compound() -> ShellCompound? {
    guard reader.depth < ShellReader.depthLimit else { return nil }
    reader.depth += 1
    defer { reader.depth -= 1 }
    let start = reader.offset
    switch reader.peek() {
    case UInt8(ascii: "("):
      if reader.peek(1) == UInt8(ascii: "(") { return arithmetic(from: start) }
      reader.advance()
      let body = statements(until: .parenthesis)
      return close(.subshell, body, from: start, with: ")", opening: "(")
    case UInt8(ascii: "{") where reader.takeWord("{"):
      let body = statements(until: .brace)
      return close(.group, body, from: start, with: "}", opening: "{")
    case UInt8(ascii: "["):
      return reader.takeWord("[[") ? test(from: start) : nil
    default: return keyword(from: start)
    }
  }

  private mutating func keyword(from start: Int) -> ShellCompound? {
    // One look at the first letter spares most commands the comparisons.
    switch reader.peek() {
    case UInt8(ascii: "i") where reader.takeWord("if"):
      return conditional(from: start)
    case UInt8(ascii: "w") where reader.takeWord("while"):
      return loop(from: start, opening: "while")
    case UInt8(ascii: "u") where reader.takeWord("until"):
      return loop(from: start, opening: "until")
    case UInt8(ascii: "f") where reader.takeWord("for"): return forLoop(from: start, opening: "for")
    case UInt8(ascii: "s") where reader.takeWord("select"):
      return forLoop(from: start, opening: "select")
    case UInt8(ascii: "c") where reader.takeWord("case"): return selection(from: start)
    case UInt8(ascii: "f") where reader.takeWord("function"): return bashFunction(from: start)
    default: return nil
    }
  }

  private mutating func conditional(from start: Int) -> ShellCompound {
    let (body, isDivided) = blocks(until: .branch)
    if !isDivided, reader.isWord("fi") { reader.fail(.missing("then", for: "if"), from: start) }
    return close(.conditional, body, from: start, with: "fi", opening: "if")
  }

  private mutating func loop(from start: Int, opening: String) -> ShellCompound {
    let (body, isDivided) = blocks(until: .loop)
    if !isDivided, reader.isWord("done") { reader.fail(.missing("do", for: opening), from: start) }
    return close(.loop, body, from: start, with: "done", opening: opening)
  }

  /// Statements up to the closing word, and whether words such as `then` divide them.
  private mutating func blocks(until end: End) -> (body: [ShellStatement], isDivided: Bool) {
    var body: [ShellStatement] = []
    var isDivided = false
    while true {
      read(&body, until: end)
      guard takeDivider(before: end) else { return (body, isDivided) }
      isDivided = true
    }
  }

  private mutating func takeDivider(before end: End) -> Bool {
    if end == .loop { return reader.takeWord("do") }
    return reader.takeWord("then") || reader.takeWord("elif") || reader.takeWord("else")
  }

  private mutating func forLoop(from start: Int, opening: String) -> ShellCompound {
    reader.skipBlanks()
    if reader.starts(with: "((") {
      _ = arithmetic(from: reader.offset)
    } else {
      _ = word()
      skipLines()
      if reader.takeWord("in") {
        reader.skipBlanks()
        while word() != nil { reader.skipBlanks() }
      }
    }
    return loop(from: start, opening: opening)
  }

  private mutating func selection(from start: Int) -> ShellCompound {
    var body: [ShellStatement] = []
    reader.skipBlanks()
    var words = word().map { [$0] } ?? []
    skipLines()
    _ = reader.takeWord("in")
    while true {
      skipLines()
      if reader.peek() == nil || reader.isWord("esac") { break }
      readPattern(into: &words)
      guard reader.peek() == UInt8(ascii: ")") else { break }
      reader.advance()
      read(&body, until: .item)
      if reader.starts(with: ";;") { reader.advance(reader.peek(2) == UInt8(ascii: "&") ? 3 : 2) }
    }
    var selection = close(.selection, body, from: start, with: "esac", opening: "case")
    selection.words = words
    return selection
  }

  /// The pattern of an item, up to its parenthesis.
  private mutating func readPattern(into words: inout [ShellWord]) {
    while let byte = reader.peek(), byte != UInt8(ascii: ")"), byte != 0x0A {
      if let pattern = word() { words.append(pattern) } else { reader.advance() }
    }
  }

  private mutating func test(from start: Int) -> ShellCompound {
    var words: [ShellWord] = []
    while reader.peek() != nil, !reader.isWord("]]") {
      reader.skipBlanks()
      if reader.isWord("]]") { break }
      if let word = word() { words.append(word) } else { reader.advance() }
    }
    var test = close(.test, [], from: start, with: "]]", opening: "[[")
    test.words = words
    return test
  }

  private mutating func arithmetic(from start: Int) -> ShellCompound {
    var level = 0
    repeat {
      if reader.peek() == UInt8(ascii: "(") { level += 1 }
      if reader.peek() == UInt8(ascii: ")") { level -= 1 }
      reader.advance()
    } while level > 0 && reader.peek() != nil
    if level > 0 { reader.fail(.unclosed("(("), from: start) }
    return ShellCompound(
      kind: .arithmetic, body: [], range: reader.range(from: start))
  }

  // MARK: Functions

  /// `name ( ) body`, when the command so far is one word and a parenthesis follows.
  mutating func function(named command: ShellCommand) -> ShellCompound? {
    let before = reader.offset
    guard command.range.isEmpty, takeParentheses(), let name = command.name else {
      reader.move(to: before)
      return nil
    }
    return functionBody(name, isPOSIX: true, from: command.range.start)
  }

  private mutating func takeParentheses() -> Bool {
    reader.skipBlanks()
    guard reader.peek() == UInt8(ascii: "(") else { return false }
    reader.advance()
    reader.skipBlanks()
    guard reader.peek() == UInt8(ascii: ")") else { return false }
    reader.advance()
    return true
  }

  private mutating func bashFunction(from start: Int) -> ShellCompound {
    reader.skipBlanks()
    let name = word()?.literal ?? ""
    reader.skipBlanks()
    if reader.starts(with: "()") { reader.advance(2) }
    return functionBody(name, isPOSIX: false, from: start)
  }

  private mutating func functionBody(
    _ name: String, isPOSIX: Bool, from start: Int
  ) -> ShellCompound {
    skipLines()
    let body = compound()
    return ShellCompound(
      kind: .function(name: name, isPOSIX: isPOSIX), body: body?.body ?? [],
      range: reader.range(from: start))
  }

  private mutating func skipLines() {
    reader.skipBlanks()
    while reader.peek() == 0x0A {
      reader.advance()
      reader.skipBlanks()
    }
  }

  private mutating func close(
    _ kind: ShellCompound.Kind, _ body: [ShellStatement], from start: Int, with word: StaticString,
    opening: String
  ) -> ShellCompound {
    reader.skipBlanks()
    // A parenthesis closes wherever it stands, the others as words of their own.
    let isThere = kind == .subshell ? reader.starts(with: word) : reader.isWord(word)
    if isThere {
      reader.advance(word.utf8CodeUnitCount)
    } else {
      reader.fail(.missing("\(word)", for: opening), from: start)
    }
    return ShellCompound(
      kind: kind, body: body, range: reader.range(from: start))
  }
}

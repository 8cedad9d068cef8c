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
      reader.offset += 1
      let body = statements { $0.reader.peek() == UInt8(ascii: ")") }
      return close(.subshell, body, from: start, with: ")", opening: "(")
    case UInt8(ascii: "{") where isWord("{"):
      reader.offset += 1
      let body = statements { $0.isWord("}") }
      return close(.group, body, from: start, with: "}", opening: "{")
    case UInt8(ascii: "["):
      return isWord("[[") ? test(from: start) : nil
    default: return keyword(from: start)
    }
  }

  private mutating func keyword(from start: Int) -> ShellCompound? {
    // One look at the first letter spares most commands the comparisons.
    switch reader.peek() {
    case UInt8(ascii: "i") where takeWord("if"):
      return blocks(.conditional, ["then", "elif", "else"], "fi", from: start, opening: "if")
    case UInt8(ascii: "w") where takeWord("while"):
      return blocks(.loop, ["do"], "done", from: start, opening: "while")
    case UInt8(ascii: "u") where takeWord("until"):
      return blocks(.loop, ["do"], "done", from: start, opening: "until")
    case UInt8(ascii: "f") where takeWord("for"): return forLoop(from: start, opening: "for")
    case UInt8(ascii: "s") where takeWord("select"): return forLoop(from: start, opening: "select")
    case UInt8(ascii: "c") where takeWord("case"): return selection(from: start)
    case UInt8(ascii: "f") where takeWord("function"): return bashFunction(from: start)
    default: return nil
    }
  }

  /// Statements divided by words such as `then`, up to the closing one.
  private mutating func blocks(
    _ kind: ShellCompound.Kind, _ dividers: [StaticString], _ last: StaticString, from start: Int,
    opening: String
  ) -> ShellCompound {
    var body: [ShellStatement] = []
    var isDivided = false
    while true {
      body += statements { parser in
        parser.isWord(last) || dividers.contains { parser.isWord($0) }
      }
      guard dividers.contains(where: { takeWord($0) }) else { break }
      isDivided = true
    }
    if !isDivided, isWord(last) {
      reader.fail(.missing("\(dividers[0])", for: opening), from: start)
    }
    return close(kind, body, from: start, with: last, opening: opening)
  }

  private mutating func forLoop(from start: Int, opening: String) -> ShellCompound {
    reader.skipBlanks()
    if reader.starts(with: "((") {
      _ = arithmetic(from: reader.offset)
    } else {
      _ = reader.word()
      reader.skipBlanks()
      while reader.peek() == 0x0A { reader.offset += 1 }
      reader.skipBlanks()
      if takeWord("in") {
        reader.skipBlanks()
        while reader.word() != nil { reader.skipBlanks() }
      }
    }
    return blocks(.loop, ["do"], "done", from: start, opening: opening)
  }

  private mutating func selection(from start: Int) -> ShellCompound {
    var body: [ShellStatement] = []
    reader.skipBlanks()
    var words = reader.word().map { [$0] } ?? []
    skipLines()
    _ = takeWord("in")
    while true {
      skipLines()
      if reader.peek() == nil || isWord("esac") { break }
      // The pattern, up to its parenthesis.
      while let byte = reader.peek(), byte != UInt8(ascii: ")"), byte != 0x0A {
        if let pattern = reader.word() { words.append(pattern) } else { reader.offset += 1 }
        _ = byte
      }
      guard reader.peek() == UInt8(ascii: ")") else { break }
      reader.offset += 1
      body += statements { $0.reader.starts(with: ";;") || $0.isWord("esac") }
      if reader.starts(with: ";;") {
        reader.offset += reader.starts(with: ";;&") ? 3 : 2
      }
    }
    var selection = close(.selection, body, from: start, with: "esac", opening: "case")
    selection.words = words
    return selection
  }

  private mutating func test(from start: Int) -> ShellCompound {
    reader.offset += 2
    var words: [ShellWord] = []
    while reader.peek() != nil, !isWord("]]") {
      reader.skipBlanks()
      if isWord("]]") { break }
      if let word = reader.word() {
        words.append(word)
      } else if reader.peek() != nil {
        reader.offset += 1
      }
    }
    var test = close(.test, [], from: start, with: "]]", opening: "[[")
    test.words = words
    return test
  }

  private mutating func arithmetic(from start: Int) -> ShellCompound? {
    var level = 0
    var index = start
    while index < reader.bytes.count {
      if reader.bytes[index] == UInt8(ascii: "(") { level += 1 }
      if reader.bytes[index] == UInt8(ascii: ")") { level -= 1 }
      index += 1
      if level == 0 { break }
    }
    reader.offset = index
    if level > 0 { reader.fail(.unclosed("(("), from: start) }
    return ShellCompound(
      kind: .arithmetic, body: [], range: SourceRange(start: start, end: index))
  }

  // MARK: Functions

  /// `name ( ) body`, when the command so far is one word and a parenthesis follows.
  mutating func function(named command: ShellCommand) -> ShellCompound? {
    guard command.assignments.isEmpty, command.redirections.isEmpty,
      let name = command.name
    else { return nil }
    let before = reader.offset
    reader.skipBlanks()
    guard reader.peek() == UInt8(ascii: "(") else {
      reader.offset = before
      return nil
    }
    reader.offset += 1
    reader.skipBlanks()
    guard reader.peek() == UInt8(ascii: ")") else {
      reader.offset = before
      return nil
    }
    reader.offset += 1
    return functionBody(name, isPOSIX: true, from: command.range.start)
  }

  private mutating func bashFunction(from start: Int) -> ShellCompound {
    reader.skipBlanks()
    let name = reader.word()?.literal ?? ""
    reader.skipBlanks()
    if reader.starts(with: "()") { reader.offset += 2 }
    return functionBody(name, isPOSIX: false, from: start)
  }

  private mutating func functionBody(
    _ name: String, isPOSIX: Bool, from start: Int
  ) -> ShellCompound {
    skipLines()
    let body = compound()
    return ShellCompound(
      kind: .function(name: name, isPOSIX: isPOSIX), body: body?.body ?? [],
      range: SourceRange(start: start, end: reader.offset))
  }

  // MARK: Words

  /// Whether a word stands at the cursor, with its end after it.
  func isWord(_ word: StaticString) -> Bool {
    let end = reader.offset + word.utf8CodeUnitCount
    guard reader.starts(with: word) else { return false }
    return end == reader.bytes.count || ShellReader.isMeta(reader.bytes[end])
  }

  private mutating func takeWord(_ word: StaticString) -> Bool {
    guard isWord(word) else { return false }
    reader.offset += word.utf8CodeUnitCount
    return true
  }

  private mutating func skipLines() {
    reader.skipBlanks()
    while reader.peek() == 0x0A {
      reader.offset += 1
      reader.skipBlanks()
    }
  }

  private mutating func close(
    _ kind: ShellCompound.Kind, _ body: [ShellStatement], from start: Int, with word: StaticString,
    opening: String
  ) -> ShellCompound {
    reader.skipBlanks()
    let isThere = kind == .subshell ? reader.peek() == UInt8(ascii: ")") : isWord(word)
    if isThere {
      reader.offset += word.utf8CodeUnitCount
    } else {
      reader.fail(.missing("\(word)", for: opening), from: start)
    }
    return ShellCompound(
      kind: kind, body: body, range: SourceRange(start: start, end: reader.offset))
  }
}

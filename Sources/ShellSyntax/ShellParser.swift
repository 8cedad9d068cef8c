import Diagnostics

/// Reads statements. It follows POSIX, accepts what bash adds, and goes on after what it does not
/// know.
struct ShellParser: ~Copyable {
  var reader: ShellReader
  /// What the reader reads, for words to keep.
  let text: String
  var heredocs = Heredocs()

  /// Here-documents that were announced.
  struct Heredocs {
    /// Those whose text begins after the present line.
    var pending: [(delimiter: String, stripsTabs: Bool)] = []
    /// Delimiter of the first one that the text does not end.
    var open: String?
  }

  init(_ reader: consuming ShellReader, of text: String) {
    self.reader = reader
    self.text = text
  }

  mutating func parse() -> ShellScript {
    let statements = statements(until: .text)
    return ShellScript(
      statements: statements, problem: reader.problem,
      openHeredoc: heredocs.open ?? heredocs.pending.first?.delimiter)
  }

  // MARK: Lists of statements

  /// What ends a list of statements, besides the end of the text.
  enum End {
    case text, parenthesis, brace
    /// `then`, `elif`, `else` or `fi`.
    case branch
    /// `do` or `done`.
    case loop
    /// `;;` or `esac`.
    case item
  }

  mutating func statements(until end: End) -> [ShellStatement] {
    var statements: [ShellStatement] = []
    read(&statements, until: end)
    return statements
  }

  /// Reads statements up to where the end stands at the start of one.
  mutating func read(_ statements: inout [ShellStatement], until end: End) {
    while true {
      skipSeparators()
      if isAt(end) { return }
      let before = reader.offset
      if let statement = statement() { statements.append(statement) }
      if reader.offset == before {
        // Something that no statement starts with, such as a stray `)`.
        reader.advance()
        reader.fail(.unexpected(reader.text(from: before)), from: before)
      }
    }
  }

  private func isAt(_ end: End) -> Bool {
    guard let byte = reader.peek() else { return true }
    switch (end, byte) {
    case (.parenthesis, UInt8(ascii: ")")): return true
    case (.brace, UInt8(ascii: "}")): return reader.isWord("}")
    case (.branch, UInt8(ascii: "t")): return reader.isWord("then")
    case (.branch, UInt8(ascii: "e")): return reader.isWord("elif") || reader.isWord("else")
    case (.branch, UInt8(ascii: "f")): return reader.isWord("fi")
    case (.loop, UInt8(ascii: "d")): return reader.isWord("do") || reader.isWord("done")
    case (.item, UInt8(ascii: ";")): return reader.peek(1) == UInt8(ascii: ";")
    case (.item, UInt8(ascii: "e")): return reader.isWord("esac")
    default: return false
    }
  }

  /// Blanks, line ends and `;` between statements.
  private mutating func skipSeparators() {
    while true {
      reader.skipBlanks()
      switch reader.peek() {
      case 0x0A: newline()
      case UInt8(ascii: ";") where reader.peek(1) != UInt8(ascii: ";"): reader.advance()
      default: return
      }
    }
  }

  /// Steps over a line end; the here-documents that were announced are read.
  private mutating func newline() {
    reader.advance()
    guard !heredocs.pending.isEmpty else { return }
    for heredoc in heredocs.pending { skip(heredoc.delimiter, heredoc.stripsTabs) }
    heredocs.pending = []
  }

  private mutating func skip(_ delimiter: String, _ stripsTabs: Bool) {
    while reader.peek() != nil {
      let start = reader.offset
      let end = reader.place(of: 0x0A)
      reader.move(to: end + 1)
      var line = reader.bytes[start..<end]
      if stripsTabs { line = line.drop { $0 == 0x09 } }
      if line.last == 0x0D { line = line.dropLast() }
      if line.elementsEqual(delimiter.utf8) { return }
    }
    heredocs.open = heredocs.open ?? delimiter
  }

  // MARK: Statements and pipelines

  private mutating func statement() -> ShellStatement? {
    let start = reader.offset
    guard let first = pipeline() else { return nil }
    var rest: [ShellStatement.Link] = []
    while let join = join() {
      skipLineEnds()
      guard let next = pipeline() else { break }
      rest.append(ShellStatement.Link(join: join, pipeline: next))
    }
    let end = rest.last?.pipeline.end ?? first.end
    reader.skipBlanks()
    let isBackground = reader.peek() == UInt8(ascii: "&") && reader.peek(1) != UInt8(ascii: "&")
    if isBackground { reader.advance() }
    return ShellStatement(
      first: first, rest: rest, isBackground: isBackground,
      range: SourceRange(start: start, end: end))
  }

  private mutating func join() -> ShellStatement.Join? {
    reader.skipBlanks()
    guard let byte = reader.peek(), byte == UInt8(ascii: "&") || byte == UInt8(ascii: "|"),
      reader.peek(1) == byte
    else { return nil }
    reader.advance(2)
    return byte == UInt8(ascii: "&") ? .and : .or
  }

  private mutating func skipLineEnds() {
    reader.skipBlanks()
    while reader.peek() == 0x0A {
      newline()
      reader.skipBlanks()
    }
  }

  private mutating func pipeline() -> ShellPipeline? {
    reader.skipBlanks()
    let isNegated = reader.peek() == UInt8(ascii: "!") && reader.takeWord("!")
    guard let first = element() else { return nil }
    var rest: [ShellElement] = []
    while true {
      reader.skipBlanks()
      guard reader.peek() == UInt8(ascii: "|"), reader.peek(1) != UInt8(ascii: "|") else { break }
      reader.advance(reader.peek(1) == UInt8(ascii: "&") ? 2 : 1)
      skipLineEnds()
      guard let next = element() else { break }
      rest.append(next)
    }
    return ShellPipeline(isNegated: isNegated, first: first, rest: rest)
  }

  private mutating func element() -> ShellElement? {
    reader.skipBlanks()
    if var compound = compound() {
      compound.redirections = redirections()
      return .compound(compound)
    }
    return command()
  }
}

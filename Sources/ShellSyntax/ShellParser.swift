import Diagnostics

/// Reads statements. It follows POSIX, accepts what bash adds, and goes on after what it does not
/// know.
struct ShellParser {
  var reader: ShellReader
  /// Here-documents whose text begins after the present line.
  private var pendingHeredocs: [(delimiter: String, stripsTabs: Bool)] = []
  /// Delimiter of the first here-document that the text does not end.
  private var openHeredoc: String?

  init(_ bytes: [UInt8]) {
    reader = ShellReader(bytes)
  }

  init(_ reader: ShellReader) {
    self.reader = reader
  }

  mutating func parse() -> ShellScript {
    let statements = statements { $0.reader.peek() == nil }
    return ShellScript(
      statements: statements, problem: reader.problem,
      openHeredoc: openHeredoc ?? pendingHeredocs.first?.delimiter)
  }

  /// Parses a piece of a bigger text whose places count from there.
  mutating func parse(shiftedBy start: Int) -> ShellScript {
    var padded = ShellParser([UInt8](repeating: 0x20, count: start) + reader.bytes)
    padded.reader.offset = start
    return padded.parse()
  }

  /// Statements up to where `isEnd` holds at the start of one, or to the end of the text.
  mutating func statements(until isEnd: (ShellParser) -> Bool) -> [ShellStatement] {
    var statements: [ShellStatement] = []
    while true {
      skipSeparators()
      if reader.peek() == nil || isEnd(self) { return statements }
      let before = reader.offset
      if let statement = statement() { statements.append(statement) }
      if reader.offset == before {
        // Something that no statement starts with, such as a stray `)`.
        reader.offset += 1
        reader.fail(.unexpected(reader.text(before..<(before + 1))), from: before)
      }
    }
  }

  /// Blanks, line ends and `;` between statements.
  private mutating func skipSeparators() {
    while true {
      reader.skipBlanks()
      guard let byte = reader.peek(), byte == 0x0A || byte == UInt8(ascii: ";") else { return }
      if byte == UInt8(ascii: ";"), reader.peek(1) == UInt8(ascii: ";") { return }
      newline()
    }
  }

  /// Steps over one byte; after a line end the here-documents that were announced are read.
  private mutating func newline() {
    let isLineEnd = reader.peek() == 0x0A
    reader.offset += 1
    guard isLineEnd else { return }
    for heredoc in pendingHeredocs { skip(heredoc.delimiter, heredoc.stripsTabs) }
    pendingHeredocs = []
  }

  private mutating func skip(_ delimiter: String, _ stripsTabs: Bool) {
    while reader.offset < reader.bytes.count {
      let start = reader.offset
      let end = reader.bytes[start...].firstIndex(of: 0x0A) ?? reader.bytes.count
      reader.offset = min(end + 1, reader.bytes.count)
      var line = reader.bytes[start..<end]
      if stripsTabs { line = line.drop { $0 == 0x09 } }
      if line.last == 0x0D { line = line.dropLast() }
      if line.elementsEqual(delimiter.utf8) { return }
    }
    openHeredoc = openHeredoc ?? delimiter
  }

  // MARK: Statements and pipelines

  private mutating func statement() -> ShellStatement? {
    let start = reader.offset
    guard let first = pipeline() else { return nil }
    var statement = ShellStatement(first: first, range: SourceRange(at: start))
    while let join = join() {
      skipLineEnds()
      guard let next = pipeline() else { break }
      statement.rest.append(ShellStatement.Link(join: join, pipeline: next))
    }
    statement.range = SourceRange(start: start, end: end(of: statement))
    reader.skipBlanks()
    if reader.peek() == UInt8(ascii: "&"), reader.peek(1) != UInt8(ascii: "&") {
      statement.isBackground = true
      reader.offset += 1
    }
    return statement
  }

  private func end(of statement: ShellStatement) -> Int {
    (statement.rest.last?.pipeline ?? statement.first).elements.last?.range.end ?? reader.offset
  }

  private mutating func join() -> ShellStatement.Join? {
    reader.skipBlanks()
    if reader.starts(with: "&&") {
      reader.offset += 2
      return .and
    }
    if reader.starts(with: "||") {
      reader.offset += 2
      return .or
    }
    return nil
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
    var isNegated = false
    if reader.peek() == UInt8(ascii: "!"), reader.peek(1).map(ShellReader.isMeta) ?? true {
      isNegated = true
      reader.offset += 1
    }
    guard let first = element() else { return nil }
    var elements = [first]
    while true {
      reader.skipBlanks()
      guard reader.peek() == UInt8(ascii: "|"), reader.peek(1) != UInt8(ascii: "|") else { break }
      reader.offset += reader.peek(1) == UInt8(ascii: "&") ? 2 : 1
      skipLineEnds()
      guard let next = element() else { break }
      elements.append(next)
    }
    return ShellPipeline(isNegated: isNegated, elements: elements)
  }

  // MARK: Commands

  private mutating func element() -> ShellElement? {
    reader.skipBlanks()
    if var compound = compound() {
      redirections(into: &compound.redirections)
      return .compound(compound)
    }
    return command()
  }

  private mutating func command() -> ShellElement? {
    var command = ShellCommand(range: SourceRange(at: reader.offset))
    var end = reader.offset
    while true {
      reader.skipBlanks()
      if let redirection = redirection() {
        command.redirections.append(redirection)
      } else if command.words.isEmpty, let assignment = assignment() {
        command.assignments.append(assignment)
      } else if let word = reader.word() {
        if command.words.isEmpty { command.words.reserveCapacity(4) }
        command.words.append(word)
        if command.words.count == 1, let function = function(named: command) {
          return .compound(function)
        }
      } else {
        break
      }
      end = reader.offset
    }
    guard end > command.range.start else { return nil }
    command.range.end = end
    if reader.peek() == UInt8(ascii: "("), !command.words.isEmpty {
      reader.fail(.unexpected("("), from: reader.offset)
    }
    if let first = command.words.first, first.range.count <= Self.longestClosingWord,
      !first.isQuoted, let name = first.literal, Self.closingWords.contains(name),
      command.assignments.isEmpty
    {
      reader.fail(.unexpected(name), from: first.range.start)
    }
    return .simple(command)
  }

  /// Words that can only go on or end what another word began.
  private static let closingWords = [
    "then", "elif", "else", "fi", "do", "done", "esac", "}",
  ]
  private static let longestClosingWord = 4

  /// `NAME=word`, `NAME+=word` or `NAME=(…)`.
  private mutating func assignment() -> ShellCommand.Assignment? {
    let start = reader.offset
    var index = start
    while index < reader.bytes.count, ShellName.isNameByte(reader.bytes[index]) { index += 1 }
    let nameEnd = index
    if index < reader.bytes.count, reader.bytes[index] == UInt8(ascii: "+") { index += 1 }
    guard index < reader.bytes.count, reader.bytes[index] == UInt8(ascii: "=") else { return nil }
    let name = reader.text(start..<nameEnd)
    guard ShellName.isValid(name) else { return nil }
    reader.offset = index + 1
    if reader.peek() == UInt8(ascii: "(") {
      skipArray()
      return ShellCommand.Assignment(
        name: name, value: nil, range: SourceRange(start: start, end: reader.offset))
    }
    let value =
      reader.word() ?? ShellWord(parts: [], range: SourceRange(at: reader.offset))
    return ShellCommand.Assignment(
      name: name, value: value, range: SourceRange(start: start, end: reader.offset))
  }

  private mutating func skipArray() {
    let start = reader.offset
    reader.offset += 1
    while let byte = reader.peek(), byte != UInt8(ascii: ")") {
      _ = byte
      reader.skipBlanks()
      if reader.peek() == UInt8(ascii: ")") { break }
      if reader.word() == nil { reader.offset += 1 }
    }
    if reader.peek() == nil { reader.fail(.unclosed("("), from: start) } else { reader.offset += 1 }
  }

  // MARK: Redirections

  private mutating func redirections(into list: inout [ShellCommand.Redirection]) {
    reader.skipBlanks()
    while let redirection = redirection() {
      list.append(redirection)
      reader.skipBlanks()
    }
  }

  private mutating func redirection() -> ShellCommand.Redirection? {
    let start = reader.offset
    guard let first = reader.peek(), Self.mayStartRedirection(first) else { return nil }
    while let byte = reader.peek(), byte >= 0x30, byte <= 0x39 { reader.offset += 1 }
    if reader.peek() == UInt8(ascii: "&"), reader.peek(1) == UInt8(ascii: ">") {
      reader.offset += 1
    }
    guard let sign = redirectionSign() else {
      reader.offset = start
      return nil
    }
    reader.offset += sign.utf8.count
    reader.skipBlanks()
    guard let target = reader.word() else { return nil }
    if sign == "<<" || sign == "<<-" {
      let delimiter = target.literal ?? reader.text(target.range.start..<target.range.end)
      pendingHeredocs.append((delimiter, sign == "<<-"))
    }
    return ShellCommand.Redirection(sign: sign, target: target)
  }

  private static func mayStartRedirection(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&")
      || byte >= 0x30 && byte <= 0x39
  }

  private func redirectionSign() -> String? {
    guard reader.peek() == UInt8(ascii: "<") || reader.peek() == UInt8(ascii: ">") else {
      return nil
    }
    let signs = ["<<<", "<<-", "<<", "<&", "<>", ">>", ">&", ">|", "<", ">"]
    let rest = reader.bytes.dropFirst(reader.offset).prefix(3)
    guard let sign = signs.first(where: { rest.starts(with: $0.utf8) }) else { return nil }
    // `<(` and `>(` are words.
    let next = reader.peek(sign.utf8.count)
    return sign.utf8.count == 1 && next == UInt8(ascii: "(") ? nil : sign
  }
}

import Diagnostics

/// Simple commands.
extension ShellParser {
  mutating func command() -> ShellElement? {
    let start = reader.offset
    var command = ShellCommand(range: SourceRange(at: start))
    while takeWord(into: &command) {
      if command.words.count == 1, let function = function(named: command) {
        return .compound(function)
      }
      command.range.end = reader.offset
    }
    guard !command.range.isEmpty else { return nil }
    if reader.peek() == UInt8(ascii: "("), !command.words.isEmpty {
      reader.fail(.unexpected("("), from: reader.offset)
    }
    refuseClosingWord(command)
    return .simple(consume command)
  }

  /// Reads the next redirection, assignment or word.
  private mutating func takeWord(into command: inout ShellCommand) -> Bool {
    reader.skipBlanks()
    guard let first = reader.peek() else { return false }
    if Self.mayStartRedirection(first), let redirection = redirection() {
      command.redirections.append(redirection)
    } else if command.words.isEmpty, let assignment = assignment() {
      command.assignments.append(assignment)
    } else if let word = word() {
      if command.words.isEmpty { command.words.reserveCapacity(4) }
      command.words.append(word)
    } else {
      return false
    }
    return true
  }

  /// Words that can only go on or end what another word began are no names of commands.
  private mutating func refuseClosingWord(_ command: ShellCommand) {
    let start = command.range.start
    // One look at the first letter spares most commands the comparisons.
    guard let first = reader.byte(at: start), Self.mayStartClosingWord(first),
      let word = command.words.first, word.range.start == start,
      let name = word.literal, name.utf8.count <= Self.longestClosingWord,
      Self.closingWords.contains(name), !word.isQuoted
    else { return }
    reader.fail(.unexpected(name), from: start)
  }

  private static func mayStartClosingWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "t"), UInt8(ascii: "e"), UInt8(ascii: "f"), UInt8(ascii: "d"),
      UInt8(ascii: "}"):
      true
    default: false
    }
  }

  private static let closingWords = ["then", "elif", "else", "fi", "do", "done", "esac", "}"]
  private static let longestClosingWord = 4

  // MARK: Assignments

  /// `NAME=word`, `NAME+=word` or `NAME=(…)`.
  private mutating func assignment() -> ShellCommand.Assignment? {
    let start = reader.offset
    let nameEnd = reader.end(from: start, while: ShellName.isNameByte)
    let sign = reader.byte(at: nameEnd) == UInt8(ascii: "+") ? nameEnd + 1 : nameEnd
    guard reader.byte(at: sign) == UInt8(ascii: "=") else { return nil }
    let name = reader.text(start..<nameEnd)
    guard ShellName.isValid(name) else { return nil }
    reader.move(to: sign + 1)
    let isArray = reader.peek() == UInt8(ascii: "(")
    if isArray { skipArray() }
    let value =
      isArray ? nil : word() ?? ShellWord(parts: [], range: SourceRange(at: reader.offset))
    return ShellCommand.Assignment(name: name, value: value, range: reader.range(from: start))
  }

  private mutating func skipArray() {
    let start = reader.offset
    reader.advance()
    while let byte = reader.peek(), byte != UInt8(ascii: ")") {
      reader.skipBlanks()
      if reader.peek() == UInt8(ascii: ")") { break }
      if word() == nil { reader.advance() }
    }
    close("(", from: start)
  }

  // MARK: Redirections

  mutating func redirections() -> [ShellCommand.Redirection] {
    var list: [ShellCommand.Redirection] = []
    reader.skipBlanks()
    while let redirection = redirection() {
      list.append(redirection)
      reader.skipBlanks()
    }
    return list
  }

  private mutating func redirection() -> ShellCommand.Redirection? {
    let start = reader.offset
    reader.move(to: reader.end(from: start) { $0 >= 0x30 && $0 <= 0x39 })
    if reader.peek() == UInt8(ascii: "&"), reader.peek(1) == UInt8(ascii: ">") {
      reader.advance()
    }
    guard let sign = redirectionSign() else {
      reader.move(to: start)
      return nil
    }
    reader.advance(sign.utf8.count)
    reader.skipBlanks()
    guard let target = word() else { return nil }
    if sign == "<<" || sign == "<<-" {
      let delimiter = target.literal ?? reader.text(target.range.start..<target.range.end)
      heredocs.pending.append((delimiter, stripsTabs: sign == "<<-"))
    }
    return ShellCommand.Redirection(sign: sign, target: target)
  }

  private static func mayStartRedirection(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&")
      || byte >= 0x30 && byte <= 0x39
  }

  /// The operator at the cursor; `<(` and `>(` are words.
  private func redirectionSign() -> String? {
    switch (reader.peek(), reader.peek(1)) {
    case (UInt8(ascii: "<"), UInt8(ascii: "<")):
      switch reader.peek(2) {
      case UInt8(ascii: "<"): "<<<"
      case UInt8(ascii: "-"): "<<-"
      default: "<<"
      }
    case (UInt8(ascii: "<"), UInt8(ascii: "&")): "<&"
    case (UInt8(ascii: "<"), UInt8(ascii: ">")): "<>"
    case (UInt8(ascii: ">"), UInt8(ascii: ">")): ">>"
    case (UInt8(ascii: ">"), UInt8(ascii: "&")): ">&"
    case (UInt8(ascii: ">"), UInt8(ascii: "|")): ">|"
    case (_, UInt8(ascii: "(")): nil
    case (UInt8(ascii: "<"), _): "<"
    case (UInt8(ascii: ">"), _): ">"
    default: nil
    }
  }
}

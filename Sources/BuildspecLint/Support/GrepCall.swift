import ShellSyntax

/// What a `grep` looks for, and how.
struct GrepCall {
  private(set) var patterns: [ShellWord] = []
  private(set) var syntax: IDPattern.Syntax
  /// Whether a match is a whole line or a whole word (`-x`, `-w`).
  private(set) var isWhole = false

  /// `nil` when the command is no `grep` or its options are not written out. `isOperand` tells of
  /// unquoted variables that are known to hold no option.
  init?(_ command: ShellCommand, isOperand: (ShellWord) -> Bool) {
    switch command.program {
    case "grep": syntax = .basic
    case "egrep": syntax = .extended
    case "fgrep": syntax = .fixed
    default: return nil
    }
    guard read(Array(command.arguments), isOperand) else { return nil }
  }

  private mutating func read(_ words: [ShellWord], _ isOperand: (ShellWord) -> Bool) -> Bool {
    var operands: [ShellWord] = []
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      let text = word.start
      if text == "--" {
        operands += words[index...]
        break
      }
      guard text.hasPrefix("-"), text != "-" else {
        let mayBeOptions = text.isEmpty && !word.isQuoted && !isOperand(word)
        if mayBeOptions, operands.isEmpty, patterns.isEmpty { return false }
        operands.append(word)
        continue
      }
      guard let option = word.literal else { return false }
      let next = index < words.count ? words[index] : nil
      if take(option, next) { index += 1 }
    }
    if patterns.isEmpty, let first = operands.first { patterns = [first] }
    return true
  }

  /// Whether the option takes the next word with it.
  private mutating func take(_ option: String, _ next: ShellWord?) -> Bool {
    guard option.hasPrefix("--") else { return takeLetters(option, next) }
    switch option {
    case "--line-regexp", "--word-regexp": isWhole = true
    case "--fixed-strings": syntax = .fixed
    case "--extended-regexp", "--perl-regexp": syntax = .extended
    case "--regexp":
      if let next { patterns.append(next) }
      return true
    default: break
    }
    return false
  }

  private mutating func takeLetters(_ option: String, _ next: ShellWord?) -> Bool {
    let letters = Array(option.dropFirst())
    for (index, letter) in letters.enumerated() {
      let isLast = index == letters.count - 1
      switch letter {
      case "x", "w": isWhole = true
      case "F": syntax = .fixed
      case "E", "P": syntax = .extended
      case "e":
        if isLast, let next { patterns.append(next) }
        return isLast
      case "f", "A", "B", "C", "m", "d", "D": return isLast
      default: break
      }
    }
    return false
  }
}

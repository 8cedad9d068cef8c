import BuildspecModel
import Diagnostics
import ShellSyntax

/// Finds comparisons with the id of an actor that a part of an id passes.
struct ActorComparisons {
  enum Looseness {
    /// The id may be longer than the one it is compared with.
    case contains
    /// The id may be a part of one in a list.
    case isPart
  }

  typealias Finding = (kind: Looseness, place: SourceRange)

  /// Variables that hold the id.
  private var names: Set<String>
  private var bytes: [UInt8] = []
  private var found: [Finding] = []

  init(names: Set<String>) {
    self.names = names
  }

  func mayConcern(_ item: ShellItem, _ signs: [StaticString]) -> Bool {
    names.count > 1 || item.holds(signs)
  }

  /// Places of patterns in the script; names that it gives to the id are known to those after it.
  mutating func loose(in item: ShellItem) -> [Finding] {
    bytes = Array(item.command.text.utf8)
    found = []
    for command in item.commands { addNames(command) }
    var pipelines: [ShellPipeline] = []
    item.script.forEachPipeline { pipelines.append($0) }
    for pipeline in pipelines { visit(pipeline) }
    return found.sorted { $0.place < $1.place }
  }

  /// `ACTOR=$CODEBUILD_…`, also behind `export`.
  private mutating func addNames(_ command: ShellCommand) {
    for assignment in command.assignments {
      if let value = assignment.value, text(value).isID { names.insert(assignment.name) }
    }
    guard ["export", "local", "readonly", "declare"].contains(command.name) else { return }
    for word in command.arguments {
      let start = word.start
      guard start.utf8.last == UInt8(ascii: "="), ShellName.isValid(String(start.dropLast())) else {
        continue
      }
      let units = text(word).units
      if units.count == start.utf8.count + 1, units.last == .id {
        names.insert(String(start.dropLast()))
      }
    }
  }

  private mutating func visit(_ pipeline: ShellPipeline) {
    // Whether the commands so far print the id.
    var isPrinted = false
    for (index, element) in pipeline.elements.enumerated() {
      switch element {
      case .simple(let command):
        grep(command, readsID: isPrinted)
        isPrinted = index == 0 ? prints(command) : isPrinted && handsOn(command)
      case .compound(let compound):
        isPrinted = false
        if compound.kind == .test { test(compound.words) }
        if compound.kind == .selection, let subject = compound.words.first {
          let subject = text(subject)
          for pattern in compound.words.dropFirst() {
            compare(subject, text(pattern), .glob, at: pattern.range)
          }
        }
      }
    }
  }

  // MARK: Comparisons of the shell

  private mutating func test(_ words: [ShellWord]) {
    for (index, word) in words.enumerated() where index > 0 && index + 1 < words.count {
      let next = words[index + 1]
      switch word.literal {
      case "=", "==", "!=":
        compare(text(words[index - 1]), text(next), .glob, at: next.range)
      case "=~":
        let regex = regex(behind: word.range.end)
        compare(text(words[index - 1]), regex.text, .extended, at: regex.range)
      default: break
      }
    }
  }

  /// A regex goes up to the next blank, over signs that would end any other word.
  private func regex(behind end: Int) -> (text: IDText, range: SourceRange) {
    var start = end
    while start < bytes.count, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    let text = IDText(
      bytes, SourceRange(start: start, end: bytes.count), names: names, isRegex: true)
    return (text, SourceRange(start: start, end: text.end))
  }

  private mutating func compare(
    _ subject: IDText, _ pattern: IDText, _ syntax: IDPattern.Syntax, at place: SourceRange
  ) {
    guard subject.hasID || pattern.hasID else { return }
    let tokens = IDPattern(pattern, syntax)
    if subject.hasID, tokens.matchesLongerID() {
      found.append((.contains, place))
    } else if pattern.hasID, tokens.findsPartOfID() {
      found.append((.isPart, place))
    }
  }

  // MARK: grep

  private mutating func grep(_ command: ShellCommand, readsID: Bool) {
    guard let grep = GrepCall(command, isOperand: { text($0).hasID }), !grep.isWhole else { return }
    let readsID =
      readsID
      || command.redirections.contains { $0.sign == "<<<" && text($0.target).hasID }
    for word in grep.patterns {
      let units = text(word)
      // What quotes hide from the shell is a regex to grep.
      let pattern = IDPattern(units.unquoted, grep.syntax)
      if readsID, pattern.matchesLongerID() {
        found.append((.contains, word.range))
      } else if units.hasID, pattern.findsPartOfID() {
        found.append((.isPart, word.range))
      }
    }
  }

  private func prints(_ command: ShellCommand) -> Bool {
    (command.name == "echo" || command.name == "printf")
      && command.arguments.contains { text($0).hasID }
  }

  /// Whether a command prints what it reads, with no more than single signs changed.
  private func handsOn(_ command: ShellCommand) -> Bool {
    command.name == "tr" || command.name == "cat"
  }

  private func text(_ word: ShellWord) -> IDText { IDText(bytes, word.range, names: names) }
}

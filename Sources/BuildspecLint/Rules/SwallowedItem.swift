import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Items of a list that have become a part of the command before them.
enum SwallowedItem: Rule {
  static let info = RuleInfo(
    "BS208", "swallowed-item", .warning,
    summary: "An item is indented more than its list and goes on with the command before it.",
    why: """
      YAML joins the lines of a plain value when they are indented more than its first one, and \
      takes a dash there for text. Two commands become one: `make - make test`.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make
              - make test
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
            - make test
      """,
    source: "YAML 1.1, 9.1.3.")

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for phase in file.buildspec.phases {
      findings += check(phase.commands ?? [], file.source)
      findings += check(phase.finally ?? [], file.source)
    }
    return findings
  }

  private static func check(_ commands: [Command], _ source: SourceText) -> [Diagnostic] {
    commands.compactMap { mayHide($0) ? swallowed($0, source) : nil }
  }

  /// Whether the command takes more than one line, one of which may be an item.
  private static func mayHide(_ command: Command) -> Bool {
    command.style == .plain && command.takesSeveralLines && command.text.holds(" - ")
  }

  private static func swallowed(_ command: Command, _ source: SourceText) -> Diagnostic? {
    let first = source.lines.line(at: command.range.start)
    let last = source.lines.line(at: command.range.end)
    guard first < last else { return nil }
    for number in first + 1...last {
      let line = source.range(ofLine: number)
      let text = source.bytes[line.start..<line.end].drop { $0 == 0x20 }
      guard text.starts(with: "- ".utf8) else { continue }
      return finding(
        "this item is a part of the command before it",
        at: SourceRange(start: text.startIndex, end: min(line.end, command.range.end)),
        help: "indent it as the items before it")
    }
    return nil
  }
}

import BuildspecModel
import Diagnostics
import ShellSyntax
import YAMLSyntax

/// Commands that a YAML comment cuts off.
enum CommentCut: ShellRule {
  static let info = RuleInfo(
    "BS416", "comment-cut", .error,
    summary: "` #` cuts a command off in the middle.",
    why: """
      In a plain value a blank and # start a YAML comment. What stands after it never reaches \
      the shell, and here a quote or bracket stays open.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - sed 's/ #.*//' config > clean
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - "sed 's/ #.*//' config > clean"
      """,
    source: "YAML 1.1, 6.6; POSIX shell grammar.")

  static let signs: [StaticString] = [" #"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    shell.items.compactMap { item in
      guard owns(item, file) else { return nil }
      let line = file.source.range(ofLine: file.source.lines.line(at: item.command.range.end))
      let whole = SourceRange(start: item.command.range.start, end: line.end)
      return finding(
        "YAML takes the rest of this line for a comment",
        at: SourceRange(start: item.command.range.end, end: line.end),
        help: "put the whole command in quotes",
        fix: Fix(
          title: "put it in single quotes", safety: .safe,
          edits: [SingleQuoted.edit(whole, in: file.source)]))
    }
  }

  /// Whether a comment follows a plain command that is incomplete without it.
  static func owns(_ item: ShellItem, _ file: BuildspecFile) -> Bool {
    guard item.command.style == .plain, item.problem != nil else { return false }
    let line = file.source.range(ofLine: file.source.lines.line(at: item.command.range.end))
    let rest = file.source.bytes[min(item.command.range.end, line.end)..<line.end]
    return rest.drop { $0 == 0x20 || $0 == 0x09 }.first == UInt8(ascii: "#")
  }
}

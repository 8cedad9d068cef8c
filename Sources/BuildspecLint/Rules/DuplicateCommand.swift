import BuildspecModel
import Diagnostics

/// The same command twice in a row.
enum DuplicateCommand: Rule {
  static let info = RuleInfo(
    "BS311", "duplicate-command", .info,
    summary: "The same command stands twice in a row.",
    why: """
      A second run of the same command does nothing new; often one of two lines was meant to \
      be changed after it was copied.
      """,
    bad: """
      version: 0.2
      phases:
        install:
          commands:
            - npm ci
            - npm ci
      """,
    good: """
      version: 0.2
      phases:
        install:
          commands:
            - npm ci
      """,
    source: "A slip of copying; what runs is plain.")

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard file.isReadable else { return [] }
    let lists = file.buildspec.phases.flatMap { [$0.commands ?? [], $0.finally ?? []] }
    let repeats = lists.flatMap { list in
      zip(list, list.dropFirst()).filter { first, second in
        // An alias stands at the place of its anchor.
        first.text == second.text && isRunOnce(first.text) && first.range != second.range
      }.map { file.source.firstLine(of: $1.range) }
    }
    return finding("this repeats the command before it", atAll: repeats)
  }

  /// Not so for commands that do something new each time or decorate the log, and for the word that
  /// AWS's own example has in place of each command.
  private static func isRunOnce(_ text: String) -> Bool {
    !repeating.contains { text.hasPrefix($0) } && !text.isEmpty
  }

  private static let repeating = [
    "cd ", "echo", "printf", "sleep", "popd", "#", "ls", "pwd", "command",
  ]
}

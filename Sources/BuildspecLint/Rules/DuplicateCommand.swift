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
    var repeats: [SourceRange] = []
    for phase in file.buildspec.phases {
      collect(phase.commands ?? [], file.source, &repeats)
      collect(phase.finally ?? [], file.source, &repeats)
    }
    return finding("this repeats the command before it", atAll: repeats)
  }

  private static func collect(
    _ list: [Command], _ source: SourceText, _ repeats: inout [SourceRange]
  ) {
    for index in list.indices.dropFirst() where list[index].text == list[index - 1].text {
      // An alias stands at the place of its anchor.
      if isRunOnce(list[index].text), list[index].range != list[index - 1].range {
        repeats.append(source.firstLine(of: list[index].range))
      }
    }
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

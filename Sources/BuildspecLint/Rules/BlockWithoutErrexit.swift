import BuildspecModel
import Diagnostics
import ShellSyntax
import YAMLSyntax

/// Blocks whose failures do not count.
enum BlockWithoutErrexit: ShellRule {
  static let info = RuleInfo(
    "BS401", "block-without-errexit", .warning,
    summary: "A command of several lines goes on after a failing line.",
    why: """
      The exit status of a block is that of its last line. Without `set -e`, or `&&` between \
      the lines, the build goes on and is green although a line before it failed.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - |
              npm ci
              npm test
              npm run build
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - |
              set -e
              npm ci
              npm test
              npm run build
      """,
    source: """
      aws-codebuild-docker-images issue 385; aws-sdk-java-v2 pull requests 6524 and 6541.
      """)

  static let signs: [StaticString] = ["|", ">"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    shell.items.compactMap { item in
      guard let lost = lost(item) else { return nil }
      return finding(
        "a failure of this line does not stop the command", at: item.range(of: lost.range),
        help: "begin the block with `set -e`; only the status of its last line counts",
        fix: fix(item))
    }
  }

  /// Whether the rule speaks for the lines of a block.
  static func owns(_ item: ShellItem) -> Bool { lost(item) != nil }

  /// The first line whose failure does not count.
  private static func lost(_ item: ShellItem) -> ShellStatement? {
    // A script that was read knows its problem without another look.
    guard item.isBlock, item.script.statements.count > 1, item.problem == nil,
      let lost = item.script.statements.dropLast().first(where: mayFail),
      !ErrorExit.isSet(in: item.script, before: lost)
    else { return nil }
    return lost
  }

  private static func fix(_ item: ShellItem) -> Fix? {
    guard item.command.style == .literal, let first = item.script.statements.first else {
      return nil
    }
    let start = item.range(of: first.range).start
    return Fix(
      title: "begin with `set -e`", safety: .unsafe,
      edits: [TextEdit(range: SourceRange(at: start), replacement: "set -e; ")])
  }

  /// Whether a failure of the statement would be one of the build, and is not looked at here.
  private static func mayFail(_ statement: ShellStatement) -> Bool {
    guard !statement.isBackground, statement.rest.allSatisfy({ $0.join == .and }) else {
      return false
    }
    switch statement.lastPipeline.last {
    case .simple(let command): return !isHarmless(command)
    case .compound(let compound): return compound.kind == .subshell || compound.kind == .test
    }
  }

  private static func isHarmless(_ command: ShellCommand) -> Bool {
    guard let name = command.name else { return command.words.isEmpty }
    return harmless.contains(name)
  }

  private static let harmless = [
    "echo", "printf", "set", "export", "unset", "true", ":", "exit", "return", "trap", "sleep",
    "env",
    "printenv", "ls", "pwd", "date", "declare", "local", "readonly", "shopt", "alias", "umask",
    "wait",
  ]
}

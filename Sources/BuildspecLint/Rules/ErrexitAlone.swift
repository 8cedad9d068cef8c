import BuildspecModel
import Diagnostics
import ShellSyntax

/// `set -e` as a command of its own.
enum ErrexitAlone: ShellRule {
  static let info = RuleInfo(
    "BS402", "errexit-alone", .info,
    summary: "`set -e` as an item of its own has no effect.",
    why: """
      Each item is a script of its own, so shell options end with it. Between items CodeBuild \
      stops at the first failure anyway.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - set -e
            - make
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      """,
    source: "Buildspec reference; scripts of the service in build logs.")

  static let signs: [StaticString] = ["set -"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    shell.items.compactMap { item in
      guard item.command.text.hasPrefix("set "), let command = only(item.script),
        ErrorExit.isErrorExit(command)
      else { return nil }
      return finding(
        "shell options do not reach the next item", at: item.range(of: command.range),
        help: "remove it; put `set -e` at the start of each block that needs it")
    }
  }

  /// The command, when the script is one simple command.
  private static func only(_ script: ShellScript) -> ShellCommand? {
    guard script.statements.count == 1, let statement = script.statements.first,
      statement.rest.isEmpty, statement.first.elements.count == 1,
      case .simple(let command)? = statement.first.elements.first
    else { return nil }
    return command
  }
}

import BuildspecModel
import Diagnostics
import ShellSyntax

/// Text from outside that is run as a script.
enum WebhookInjection: ShellRule {
  static let info = RuleInfo(
    "BS806", "webhook-injection", .error,
    summary: "A variable that an outsider can set is run as a script.",
    why: """
      Whoever opens a pull request names its branch. In `eval` or `sh -c` the name is a \
      script, which runs with the rights of your build.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - sh -c "git checkout $CODEBUILD_WEBHOOK_HEAD_REF"
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - git checkout "$CODEBUILD_WEBHOOK_HEAD_REF"
      """,
    source: "Environment variables of webhook builds, user guide; POSIX shell, eval.")

  static let signs: [StaticString] = ["CODEBUILD_"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for item in shell.items where item.holds("CODEBUILD_") {
      for command in item.commands {
        for word in scripts(command) {
          word.forEachParameter { name, _, range, _ in
            guard outside.contains(name) else { return }
            findings.append(
              finding(
                "an outsider can put commands into `$\(name)`", at: item.range(of: range),
                help: "hand it over as an argument, in double quotes"))
          }
        }
      }
    }
    return findings
  }

  /// The words of a command that are read as a script.
  private static func scripts(_ command: ShellCommand) -> [ShellWord] {
    switch command.name {
    case "eval": return Array(command.arguments)
    case "sh", "bash", "/bin/sh", "/bin/bash":
      guard
        let option = command.arguments.firstIndex(where: { $0.literal?.hasSuffix("c") == true }),
        option + 1 < command.words.count
      else { return [] }
      return [command.words[option + 1]]
    default: return []
    }
  }

  private static let outside = [
    "CODEBUILD_WEBHOOK_HEAD_REF", "CODEBUILD_WEBHOOK_BASE_REF", "CODEBUILD_WEBHOOK_TRIGGER",
    "CODEBUILD_SOURCE_VERSION",
  ]
}

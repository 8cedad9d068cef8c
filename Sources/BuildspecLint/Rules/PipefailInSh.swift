import BuildspecModel
import Diagnostics
import ShellSyntax

/// `pipefail` where sh may not have it.
enum PipefailInSh: ShellRule {
  static let info = RuleInfo(
    "BS403", "pipefail-in-sh", .warning,
    summary: "`set -o pipefail` is used while the shell is sh.",
    why: """
      On the Ubuntu images sh is dash, which ends the command with `Illegal option -o \
      pipefail`. On the Amazon Linux images sh is bash and the option works.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - |
              set -o pipefail
              make | tee log
      """,
    good: """
      version: 0.2
      env:
        shell: bash
      phases:
        build:
          commands:
            - |
              set -eo pipefail
              make | tee log
      """,
    source: "amazon-braket-containers issue 512; dash 0.5.12 tried.")

  static let signs: [StaticString] = ["pipefail"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    guard shell.dialect == .posix else { return [] }
    var findings: [Diagnostic] = []
    for item in shell.items where item.holds("pipefail") {
      for command in item.commands {
        guard command.name == "set",
          let word = command.arguments.first(where: { $0.literal == "pipefail" })
        else { continue }
        findings.append(
          finding(
            "sh on the Ubuntu images does not know `pipefail`", at: item.range(of: word.range),
            help: "set `shell: bash` under `env`"))
      }
    }
    return findings
  }
}

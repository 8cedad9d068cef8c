import BuildspecModel
import Diagnostics
import ShellSyntax

/// A login that AWS CLI version 2 does not have.
enum EcrGetLogin: ShellRule {
  static let info = RuleInfo(
    "BS411", "ecr-get-login", .warning,
    summary: "`aws ecr get-login` is gone from AWS CLI version 2.",
    why: """
      The maintained images carry version 2 of the AWS CLI, where the command does not exist.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - $(aws ecr get-login --no-include-email)
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - aws ecr get-login-password | docker login --username AWS --password-stdin "$REGISTRY"
      """,
    source: "AWS CLI user guide, migration from version 1 to version 2.")

  static let signs: [StaticString] = ["get-login"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for item in shell.items where item.holds("get-login") {
      for command in item.commands {
        guard command.name == "aws", let login = login(command) else { continue }
        findings.append(
          finding(
            "AWS CLI version 2 has no `ecr get-login`", at: item.range(of: login.range),
            help: """
              use `aws ecr get-login-password | docker login --username AWS --password-stdin REGISTRY`
              """))
      }
    }
    return findings
  }

  private static func login(_ command: ShellCommand) -> ShellWord? {
    let words = Array(command.arguments)
    for (word, next) in zip(words, words.dropFirst())
    where word.literal == "ecr" && next.literal == "get-login" {
      return next
    }
    return nil
  }
}

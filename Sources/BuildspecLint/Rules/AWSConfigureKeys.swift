import BuildspecModel
import Diagnostics
import ShellSyntax

/// Keys of an AWS user that are written into the configuration of the AWS CLI.
enum AWSConfigureKeys: ShellRule {
  static let info = RuleInfo(
    "BS813", "aws-configure-keys", .warning,
    summary: "`aws configure set` writes the access key of a user.",
    why: """
      The build has a role, whose keys are renewed by themselves. Keys of a user live long, and in \
      `~/.aws` every later command can read them.
      """,
    bad: """
      version: 0.2
      phases:
        pre_build:
          commands:
            - aws configure set aws_access_key_id "$KEY_ID"
            - aws configure set aws_secret_access_key "$KEY"
      """,
    good: """
      version: 0.2
      phases:
        pre_build:
          commands:
            - aws sts get-caller-identity
      """,
    source: "CodeBuild user guide, service role; IAM user guide, security best practices.")

  static let signs: [StaticString] = ["aws_access_key_id", "aws_secret_access_key"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    // Keys with a session are those of a role.
    guard !shell.fileHolds(["assume-role", "session_token", "SESSION_TOKEN", "localstack"]) else {
      return []
    }
    var secrets: [Diagnostic] = []
    var places: [(message: String, range: SourceRange)] = []
    for item in shell.items where item.holds(signs) {
      for command in item.commands where command.name == "aws" {
        guard command.hasArguments("configure", "set"), command.words.count > 4,
          let key = command.words[3].literal, isKey(key)
        else { continue }
        let value = command.words[4]
        guard let text = value.literal else {
          places.append(
            ("this key comes over the role of the build", item.range(of: command.range)))
          continue
        }
        guard text.utf8.count >= 16, !text.isPlaceholder else { continue }
        secrets.append(
          secretFinding(
            "an access key stands in the file", at: item.range(of: value.range),
            help: "revoke the key, and use the role of the project"))
      }
    }
    return secrets + findingOnce(places, help: "give the role of the project the permissions")
  }

  private static func isKey(_ name: String) -> Bool {
    ["aws_access_key_id", "aws_secret_access_key"].contains {
      name.utf8.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }
}

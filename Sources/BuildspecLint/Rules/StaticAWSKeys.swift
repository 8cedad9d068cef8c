import BuildspecModel
import Diagnostics

/// Keys of an AWS user among the variables.
enum StaticAWSKeys: Rule {
  static let info = RuleInfo(
    "BS514", "static-aws-keys", .warning,
    summary: "The file sets the access key of an AWS user.",
    why: """
      They come over the role of the build, live long, and everybody who can read the file has them. \
      Take them back, and give the role of the project the permissions.
      """,
    bad: """
      version: 0.2
      env:
        variables:
          AWS_ACCESS_KEY_ID: AKIA2E0A8F3B244C9986
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      env:
        variables:
          STAGE: test
      phases:
        build:
          commands:
            - make
      """,
    source: "CodeBuild user guide, env/variables: keys are not to be stored there.")

  static var subject: RuleSubject { .variables }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.literalVariables.compactMap { entry in
      guard owns(entry.name.value), !entry.value.value.isEmpty, !entry.value.value.isPlaceholder
      else { return nil }
      let isReal = isReal(entry.value.value)
      return secretFinding(
        "`\(entry.name.value)` comes over the role of the build", at: entry.value.range,
        severity: isReal ? .warning : .info,
        help: (isReal ? "revoke the key, and " : "") + "use the role of the project")
    }
  }

  /// Whether the name is one of those that the AWS CLI and SDKs read keys from.
  static func owns(_ name: String) -> Bool {
    ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"].contains(name)
  }

  /// Stand-ins such as `test`, for services that run on this machine, are shorter.
  private static func isReal(_ value: String) -> Bool {
    SecretPattern.find(in: value) == .awsKey || value.utf8.count >= 40
  }
}

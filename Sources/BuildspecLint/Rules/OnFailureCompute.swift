import BuildspecModel
import Diagnostics

/// `on-failure` where it does nothing.
enum OnFailureCompute: Rule {
  static let info = RuleInfo(
    "BS210", "on-failure-compute", .warning,
    summary: "`on-failure` is used on Lambda compute or reserved capacity.",
    why: """
      Only EC2 compute on demand supports `on-failure`. Needs `--image` or `--project`.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          on-failure: ABORT
          commands:
            - npm test
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - npm test
      """,
    project: """
      {
        "environment": {
          "type": "LINUX_LAMBDA_CONTAINER",
          "image": "aws/codebuild/amazonlinux-x86_64-lambda-standard:nodejs22"
        }
      }
      """,
    source: "CodeBuild user guide, Lambda compute images, note on on-failure.")

  static var subject: RuleSubject { .project }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let project = context.project, file.keepsImage else { return [] }
    let isLambda = project.isLambda == true
    guard isLambda || project.hasFleet == true else { return [] }
    let compute = isLambda ? "Lambda compute" : "reserved capacity"
    return file.buildspec.phases.compactMap(\.onFailure).map {
      finding("\(compute) does not support `on-failure`", at: $0.range, help: "remove it")
    }
  }
}

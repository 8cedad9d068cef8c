import BuildspecModel
import Diagnostics

/// Privileged mode where there is none.
enum PrivilegedOnLambda: Rule {
  static let info = RuleInfo(
    "BS714", "privileged-on-lambda", .warning,
    summary: "A build of the batch asks for privileged mode on Lambda compute.",
    why: """
      Lambda compute has no privileged mode and no Docker. The type of the environment is that of \
      the build, or that of the project when `--image` or `--project` is given.
      """,
    bad: """
      version: 0.2
      batch:
        build-list:
          - identifier: image
            env:
              type: LINUX_LAMBDA_CONTAINER
              privileged-mode: true
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      batch:
        build-list:
          - identifier: image
            env:
              type: LINUX_CONTAINER
              privileged-mode: true
      phases:
        build:
          commands:
            - make
      """,
    source: "CodeBuild user guide, limitations of Lambda compute.")

  static var subject: RuleSubject { .batch }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.batchEnvironments.compactMap { env in
      guard let mode = env.privilegedMode, mode.value, isLambda(env, context.project) else {
        return nil
      }
      return finding(
        "Lambda compute has no privileged mode", at: mode.range,
        related: env.type.map {
          [RelatedLocation(range: $0.range, message: "the environment type")]
        } ?? [],
        help: "use an environment of EC2 compute, or remove the line")
    }
  }

  private static func isLambda(_ env: BatchEnvironment, _ project: BuildProject?) -> Bool {
    if let type = env.type { return EnvironmentType(rawValue: type.value)?.isLambda == true }
    return env.image == nil && project?.isLambda == true
  }
}

import BuildspecModel
import Diagnostics

/// Environments whose parts do not go together.
enum EnvMismatch: Rule {
  static let info = RuleInfo(
    "BS713", "env-mismatch", .warning,
    summary: "The image or the size of a build does not go with its environment type.",
    why: """
      An image runs on one platform, and sizes of Lambda compute go with Lambda environments \
      only. CodeBuild does not start such a build. With `--project`, what a build leaves open is \
      taken from the project.
      """,
    bad: """
      version: 0.2
      batch:
        build-list:
          - identifier: arm
            env:
              type: ARM_CONTAINER
              image: aws/codebuild/standard:7.0
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      batch:
        build-list:
          - identifier: arm
            env:
              type: ARM_CONTAINER
              image: aws/codebuild/amazonlinux-aarch64-standard:3.0
      phases:
        build:
          commands:
            - make
      """,
    source: "CodeBuild user guide, images and compute types, read in November 2026.")

  static var subject: RuleSubject { .batch }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.batchEnvironments.flatMap { env -> [Diagnostic] in
      guard let type = env.type?.value ?? context.project?.environmentType,
        let kind = EnvironmentType(rawValue: type)
      else { return [] }
      let related = env.type.map {
        [RelatedLocation(range: $0.range, message: "the environment type")]
      }
      return [
        checkImage(
          env.image ?? inherited(context.project?.image, env), kind, related ?? []),
        checkSize(
          env.computeType ?? inherited(context.project?.computeType, env), kind, related ?? []),
      ].compactMap { $0 }
    }
  }

  /// What a build that names a type takes from the project, at the place of the type.
  private static func inherited(_ value: String?, _ env: BatchEnvironment) -> Located<String>? {
    guard let value, let type = env.type else { return nil }
    return Located(value, at: type.range)
  }

  private static func checkImage(
    _ name: Located<String>?, _ type: EnvironmentType, _ related: [RelatedLocation]
  ) -> Diagnostic? {
    guard let name, let image = ImageTable.image(name.value),
      image.platform != type.platform || image.isLambda != type.isLambda
    else { return nil }
    return finding(
      "`\(name.value)` does not run in \(type.rawValue)", at: name.range, related: related,
      help: "choose an image and a type of the same platform")
  }

  private static func checkSize(
    _ name: Located<String>?, _ type: EnvironmentType, _ related: [RelatedLocation]
  ) -> Diagnostic? {
    guard let name, let size = ComputeType(rawValue: name.value),
      size.isLambda != type.isLambda, size.isLambda || size.isGeneral
    else { return nil }
    return finding(
      "\(type.rawValue) has no size `\(name.value)`", at: name.range, related: related,
      help: type.isLambda ? "use BUILD_LAMBDA_1GB to BUILD_LAMBDA_10GB" : "use BUILD_GENERAL1_…")
  }
}

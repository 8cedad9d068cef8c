import BuildspecModel
import Diagnostics
import ShellSyntax

/// Publishing after a failed build.
enum DeployInPostBuild: ShellRule {
  static let info = RuleInfo(
    "BS305", "deploy-in-post-build", .warning,
    summary: "post_build publishes also when the build failed.",
    why: """
      post_build runs after a failed build phase too. Without a look at \
      CODEBUILD_BUILD_SUCCEEDING, or `on-failure: ABORT` in the build phase, what did not pass \
      its tests is published.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make test
        post_build:
          commands:
            - docker push "$IMAGE"
      """,
    good: """
      version: 0.2
      phases:
        build:
          on-failure: ABORT
          commands:
            - make test
        post_build:
          commands:
            - docker push "$IMAGE"
      """,
    source: """
      Build phase transitions, user guide; a build log shows POST_BUILD after a failing BUILD.
      """)

  static let signs: [StaticString] = ["post_build"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    guard let build = file.buildspec.phase(.build), build.commands?.isEmpty == false,
      build.onFailure.flatMap({ OnFailure($0.value) }) != .abort
    else { return [] }
    let items = shell.items.filter { $0.phase == .postBuild }
    guard !items.contains(where: { $0.holds("CODEBUILD_BUILD_SUCCEEDING") }) else {
      return []
    }
    for item in items
    where item.holds(
      "push", "deploy", "s3", "apply", "publish", "up", "install", "rollout", "set ", "create")
    {
      guard let command = item.commands.first(where: publishes) else { continue }
      return [
        finding(
          "this runs also when the build failed",
          at: file.firstLine(of: item.range(of: command.range)),
          help: """
            set `on-failure: ABORT` in the build phase, or test `$CODEBUILD_BUILD_SUCCEEDING` first
            """)
      ]
    }
    return []
  }

  static func publishes(_ command: ShellCommand) -> Bool {
    guard let name = command.name else { return false }
    let words = command.arguments.prefix(4).compactMap(\.literal)
    switch name {
    case "docker", "podman": return words.first == "push" || words.contains("--push")
    case "aws": return publishing.contains { words.starts(with: $0) }
    case "kubectl": return ["apply", "set", "rollout", "create"].contains(words.first)
    case "terraform": return words.contains("apply")
    case "cdk", "sam", "serverless", "sls", "eb", "copilot": return words.contains("deploy")
    case "helm": return words.first == "upgrade" || words.first == "install"
    case "npm", "yarn": return words.first == "publish"
    case "twine": return words.first == "upload"
    default: return false
    }
  }

  private static let publishing = [
    ["s3", "sync"], ["s3", "cp"], ["ecs", "update-service"], ["cloudformation", "deploy"],
    ["lambda", "update-function-code"], ["deploy", "create-deployment"],
    ["eks", "update-kubeconfig"],
    ["cloudformation", "update-stack"], ["elasticbeanstalk", "update-environment"],
  ]
}

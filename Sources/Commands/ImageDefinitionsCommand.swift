import ArgumentParser

struct ImageDefinitionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "imagedefinitions",
    abstract: "Write and check imagedefinitions.json and imageDetail.json.",
    discussion: """
      CodePipeline reads imagedefinitions.json to deploy to ECS, and imageDetail.json for a \
      blue/green deployment.
      """,
    subcommands: [ImageDefinitionsWrite.self, ImageDefinitionsCheck.self])
}

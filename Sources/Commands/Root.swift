import ArgumentParser

/// The tool: a list of its verbs.
struct Root: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "buildspec",
    abstract: "Check and run AWS CodeBuild buildspec files.",
    version: Version.current,
    subcommands: [
      LintCommand.self,
      RulesCommand.self,
      ExplainCommand.self,
      SchemaCommand.self,
      PlanCommand.self,
      RunCommand.self,
      BatchCommand.self,
      RunsCommand.self,
      LogsCommand.self,
      ImageDefinitionsCommand.self,
      CacheCommand.self,
      CleanCommand.self,
      DoctorCommand.self,
      CodeBuildLocalCommand.self,
    ])
}

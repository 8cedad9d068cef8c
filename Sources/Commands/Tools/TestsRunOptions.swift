import ArgumentParser
import BuildExecution

/// The flags of `codebuild-tests-run`.
struct TestsRunOptions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: BuildTool.testsRun.rawValue,
    abstract: "Run the test files of this build of a fan-out.",
    discussion: """
      The files are appended to the test command, but not where it names the variable \
      \(TestCommand.variable), which has them one a line. Which build of how many it is, the variables \
      BUILDSPEC_SHARD and BUILDSPEC_SHARDS say. The exit status is that of the test command, and 0 where \
      no file is left for this build.
      """)

  @Option(help: "What runs tests, for sh.")
  var testCommand: String

  @Option(help: "What prints the test files, one a line, for sh.")
  var filesSearch: String

  @Option(help: "How the files are split.")
  var shardingStrategy = ShardingStrategy.equalDistribution

  func validate() throws {
    for (name, value) in [("test-command", testCommand), ("files-search", filesSearch)]
    where value.allSatisfy(\.isWhitespace) {
      throw ValidationError("--\(name): there is no command")
    }
  }
}

extension ShardingStrategy: ExpressibleByArgument {}

import BuildspecModel
import Diagnostics
import ShellSyntax

/// Fan-outs whose builds all do the same.
enum FanoutNoSplit: Rule {
  static let info = RuleInfo(
    "BS719", "fanout-no-split", .warning,
    summary: "`build-fanout` starts builds that all run the same tests.",
    why: """
      A fan-out starts the same build several times. Only `codebuild-tests-run` gives each of them its \
      share of the test files; without it every build runs all of them.
      """,
    bad: """
      version: 0.2
      batch:
        build-fanout:
          parallelism: 4
      phases:
        build:
          commands:
            - pytest tests
      """,
    good: """
      version: 0.2
      batch:
        build-fanout:
          parallelism: 4
      phases:
        build:
          commands:
            - >-
              codebuild-tests-run --test-command 'pytest'
              --files-search "codebuild-glob-search 'tests/**/test_*.py'"
      """,
    source: "CodeBuild user guide, parallel tests.")

  static var subject: RuleSubject { .batch }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let fanout = file.buildspec.batch?.fanout, let shell = context.shell,
      !shell.fileHolds(["codebuild-tests-run", "CODEBUILD_CURRENT_SHARD", "CODEBUILD_BATCH_BUILD"])
    else { return [] }
    // A script or a target of the user's may split the tests.
    let commands = shell.items.flatMap(\.commands)
    guard
      let runner = commands.first(where: { runners.contains($0.name ?? "") }) != nil ? fanout : nil,
      commands.allSatisfy({ !isOwn($0) })
    else { return [] }
    return [
      finding(
        "each of these builds runs all tests", at: runner.range,
        help: "run the tests by `codebuild-tests-run`, which gives each build its share")
    ]
  }

  private static let runners = [
    "pytest", "jest", "vitest", "rspec", "phpunit", "go", "mvn", "cargo", "dotnet", "npx",
  ]

  /// Whether the command may be a script of the user's.
  private static func isOwn(_ command: ShellCommand) -> Bool {
    guard !command.words.isEmpty else { return false }
    guard let name = command.name else { return true }
    return name.utf8.contains(UInt8(ascii: "/"))
      || [
        "make", "npm", "yarn", "pnpm", "sh", "bash", "python", "python3", "node", "source", ".",
        "tox", "nox", "just", "rake", "task", "docker",
      ].contains(name)
  }
}

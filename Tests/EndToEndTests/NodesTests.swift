import TestSupport
import Testing

/// One build of a fan-out, played by `run --nodes`.
struct NodesTests {
  private func run(_ arguments: [String]) async throws -> Tool.Outcome {
    let folder = try TemporaryDirectory([
      "buildspec.yml": """
      version: 0.2
      phases:
        build:
          commands:
            - echo "<$BUILDSPEC_SHARD of $BUILDSPEC_SHARDS>"
            - codebuild-tests-run --files-search='printf "%s\\n" a b c d' --test-command 'echo tested'
      """
    ])
    folder.createFolder("tmp")
    // Only flags make a build a part of something.
    return try await Tool.runCleanly(
      arguments, in: folder, environment: ["BUILDSPEC_SHARD": "7", "BUILDSPEC_SHARDS": "9"])
  }

  @Test(arguments: [
    (["--nodes", "3"], "<1 of 3>", "tested a b"),
    (["--nodes", "3", "--node", "2"], "<2 of 3>", "tested c"),
    (["--nodes=3", "--node=3"], "<3 of 3>", "tested d"),
    (["--nodes", "1"], "<1 of 1>", "tested a b c d"), ([], "< of >", "tested a b c d"),
  ])
  func `a build plays its part`(flags: [String], place: String, tested: String) async throws {
    let outcome = try await run(["run", "--log", "codebuild"] + flags)
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.contains { $0 == place })
    #expect(lines.contains { $0 == tested })
  }

  @Test func `plan shows which part it is`() async throws {
    let outcome = try await run(["plan", "--nodes", "3", "--node", "2"])
    let rows = outcome.output.split(separator: "\n").map { $0.split(separator: " ") }
      .filter { $0.first?.hasPrefix("BUILDSPEC_") == true }
      .map { $0.joined(separator: " ") }
    #expect(
      rows == [
        "BUILDSPEC_SHARD 2 (its part of the fan-out)",
        "BUILDSPEC_SHARDS 3 (parts of the fan-out)",
      ])
  }

  @Test(
    arguments: ["run", "plan"],
    [
      (["--nodes", "3", "--node", "4"], "--node 4: expected a number from 1 to 3"),
      (["--nodes", "3", "--node", "0"], "--node 0: expected a number from 1 to 3"),
      (["--nodes", "0"], "--nodes 0: expected a number from 1 on"),
      (["--nodes=-1"], "--nodes -1: expected a number from 1 on"),
      (["--node", "1"], "--node needs --nodes"),
    ])
  func `numbers that make no sense are told`(
    verb: String, wrong: (flags: [String], message: String)
  ) async throws {
    let outcome = try await run([verb] + wrong.flags)
    #expect(outcome.status == 2)
    #expect(outcome.error == "buildspec: error: \(wrong.message) (see `buildspec --help`)\n")
    #expect(outcome.output == "")
  }
}

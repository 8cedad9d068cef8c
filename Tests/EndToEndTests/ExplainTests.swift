import TestSupport
import Testing

@Suite struct ExplainTests {
  private func run(_ arguments: [String], input: String = "") async throws -> Tool.Outcome {
    let folder = try TemporaryDirectory()
    return try await Tool.run(["explain"] + arguments, in: folder.path, input: input)
  }

  @Test func `a line of a log is explained, quoted or not`() async throws {
    for arguments in [
      ["YAML_FILE_ERROR Message: YAML file does not exist"],
      ["YAML", "file", "does", "not", "exist"],
    ] {
      let outcome = try await run(arguments)
      #expect(outcome.output.contains("Cause:   There is no `buildspec.yml` in the root"))
      #expect(outcome.output.contains("Rule:    BS015 default-name (buildspec explain BS015)"))
      #expect(outcome.status == 0)
    }
  }

  @Test func `a log is read from standard input`() async throws {
    let log = "hello\nPhase complete: BUILD State: FAILED\nsudo: not found\n"
    let json = try await run(["-", "--format", "json"], input: log)
    #expect(json.output.contains("\"name\": \"phase-failed\""))
    #expect(json.output.contains("\"phase\": \"BUILD\""))
    let markdown = try await run(["-", "--format", "markdown"], input: log)
    #expect(markdown.output.hasPrefix("## phase-failed (BUILD)\n"))
  }

  @Test(arguments: [
    (["all is well"], "this line is not known to buildspec", 1),
    (["-"], "nothing in this log is known to buildspec", 1),
    (["BS2O2"], "did you mean `BS202`?", 2),
  ])
  func `what is not known is said`(_ words: [String], _ message: String, _ status: Int32)
    async throws
  {
    let outcome = try await run(words)
    #expect(outcome.error.contains(message))
    #expect(outcome.output == "")
    #expect(outcome.status == status)
  }
}

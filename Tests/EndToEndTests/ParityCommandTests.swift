import TestSupport
import Testing

/// What a user is told of how near a build comes to CodeBuild.
struct ParityCommandTests {
  private static let buildspec = """
    version: 0.2
    phases:
      build:
        run-as: builder
        commands: ["true"]
    cache: {paths: [a]}
    """

  private func run(_ arguments: [String], _ buildspec: String = buildspec) async throws
    -> Tool.Outcome
  {
    let folder = try TemporaryDirectory(["buildspec.yml": buildspec])
    return try await Tool.run(arguments, in: folder.path)
  }

  @Test func `a run ends with what is not the same, on standard error`() async throws {
    let outcome = try await run(["run"])
    #expect(outcome.status == 0)
    #expect(
      outcome.error.hasSuffix(
        """
        buildspec: parity: 2 of 4 keys of the buildspec count as in CodeBuild; \
        `buildspec plan --parity` tells more
        buildspec: parity: approximated: cache (buildspec.yml:6)
        buildspec: parity: skipped: phases.build.run-as (buildspec.yml:4)

        """))
    #expect(!outcome.output.contains("parity"))
  }

  @Test func `one line when all is the same`() async throws {
    let outcome = try await run(["run"], "version: 0.2\nphases: {build: {commands: [ls]}}\n")
    #expect(
      outcome.error == "buildspec: parity: all 2 keys of the buildspec count as in CodeBuild\n")
  }

  @Test func `a failing build ends with it too`() async throws {
    let outcome = try await run(
      ["run", "--log", "pretty"], "version: 0.2\nphases: {build: {commands: ['false']}}\n")
    #expect(outcome.status == 1)
    #expect(outcome.error == "parity: all 2 keys of the buildspec count as in CodeBuild\n")
  }

  @Test func `JSON Lines carry it before the end`() async throws {
    let lines = try await run(["run", "--log", "json"]).output.split(separator: "\n")
    #expect(lines.dropLast().last?.hasPrefix("{\"event\":\"parityCompared\"") == true)
    #expect(lines.dropLast().last?.contains("\"same\":2") == true)
    #expect(lines.last?.hasPrefix("{\"event\":\"buildFinished\"") == true)
  }

  @Test func `a quiet run does not tell it`() async throws {
    #expect(try await run(["run", "--quiet"]).error == "")
  }

  @Test func `plan --parity tells all of it`() async throws {
    let text = try await run(["plan", "--parity"]).output
    for words in [
      "buildspec.yml: as in CodeBuild\n", "  phases.build.run-as  buildspec.yml:4  commands run as",
      "every build: approximated\n",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    let json = try await run(["plan", "--parity", "--format", "json", "-i", "a"]).output
    #expect(json.contains("\"engine\": \"docker\""))
    #expect(json.contains("\"schemaVersion\": 1"))
  }

  @Test func `docs/parity.md is the table`() async throws {
    let page = try await run(["explain", "parity", "--format", "markdown"]).output
    let path = Snapshot.path("../docs/parity.md")
    #expect(page == String(decoding: try TestFiles.read(path), as: UTF8.self))
  }
}

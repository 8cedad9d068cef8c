import TestSupport
import Testing

/// `plan --batch` as a user meets it.
struct BatchPlanTests {
  private static let graph = """
    version: 0.2
    batch:
      build-graph:
        - identifier: compile
        - identifier: test
          depend-on: [compile]
          env: {variables: {SUITE: unit}}
    phases: {build: {commands: [make]}}

    """

  private func plan(_ arguments: [String] = [], _ text: String = graph) async throws -> Tool.Outcome
  {
    let folder = try TemporaryDirectory(["buildspec.yml": text])
    return try await Tool.run(["plan", "--batch"] + arguments, in: folder.path)
  }

  @Test(arguments: [
    ("text", "  └─ test  SUITE=unit\n"), ("json", "\"schemaVersion\": 1"),
    ("mermaid", "  n0 --> n1\n"), ("dot", "  n0 -> n1\n"),
  ])
  func `each format`(format: String, piece: String) async throws {
    let outcome = try await plan(["--format", format])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains(piece))
    #expect(outcome.error == "")
  }

  @Test func `a cycle is told as lint tells it`() async throws {
    let text = Self.graph.replacing(
      "identifier: compile", with: "identifier: compile\n      depend-on: [test]")
    let outcome = try await plan([], text)
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(
      outcome.error.contains(
        "error[BS707 dependency-cycle]: these builds wait for each other: compile → test → compile")
    )
    #expect(outcome.error.contains("buildspec.yml:7:19"))
    let folder = try TemporaryDirectory(["buildspec.yml": text])
    let lint = try await Tool.run(["lint", "--select", "BS7", "buildspec.yml"], in: folder.path)
    let isTold = lint.output.split(separator: "\n").allSatisfy(outcome.error.contains)
    #expect(isTold, "\(lint.output)")
  }

  @Test(arguments: [
    (
      "version: 0.2\nphases: {build: {commands: [make]}}\n",
      "buildspec.yml: it has no batch; `buildspec run` runs it as one build"
    ),
    (
      "version: 0.2\nbatch: {fast-fail: yes}\n",
      "buildspec.yml:2:1: the batch has no builds; it takes one of build-list, build-graph, "
        + "build-matrix, build-fanout"
    ),
  ])
  func `a file without a batch is status 1`(text: String, message: String) async throws {
    let outcome = try await plan([], text)
    #expect(outcome.status == 1)
    #expect(outcome.error == "buildspec: error: \(message)\n")
  }

  @Test(arguments: [
    (["plan", "--format", "dot"], "--format dot needs --batch"),
    (["plan", "--batch", "--parity"], "--batch and --parity exclude each other"),
  ])
  func `flags that do not go together are status 2`(
    arguments: [String], message: String
  ) async throws {
    let folder = try TemporaryDirectory(["buildspec.yml": Self.graph])
    let outcome = try await Tool.run(arguments, in: folder.path)
    #expect(outcome.status == 2)
    #expect(outcome.error.contains(message))
  }

  @Test func `a matrix of hostile size is an error with its place`() async throws {
    let list = "[\((0..<200).map(String.init).joined(separator: ", "))]"
    let variables = (0..<30).map { "        V\($0): \(list)\n" }.joined()
    let outcome = try await plan(
      [],
      "version: 0.2\nbatch:\n  build-matrix:\n    dynamic:\n      env:\n        variables:\n"
        + variables.replacing("        V", with: "          V"))
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("buildspec.yml:3:3: error[BS715 batch-size]"))
  }

  @Test func `a run of the same file says that a batch has more builds`() async throws {
    let folder = try TemporaryDirectory([
      "buildspec.yml": Self.graph.replacing("[make]", with: "['true']")
    ])
    let outcome = try await Tool.run(["run"], in: folder.path)
    #expect(outcome.status == 0)
    #expect(outcome.error.contains("batch: the file is built once; `buildspec batch` runs"))
  }
}

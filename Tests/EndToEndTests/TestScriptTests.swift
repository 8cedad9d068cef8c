import TestSupport
import Testing

/// `scripts/test.sh`, with a program in the place of `swift`.
struct TestScriptTests {
  private func run(_ log: String, status: Int) async throws -> Tool.Outcome {
    let folder = try TemporaryDirectory([
      "swift": "#!/bin/sh\ncat \"$0.out\"; exit \(status)\n",
      "swift.out": log,
    ])
    folder.makeExecutable("swift")
    return try await Tool.run(
      Snapshot.path("../scripts/test.sh"), [], in: folder.path,
      environment: ["SWIFT": folder.file("swift"), "TEST_LOG": folder.file("log")])
  }

  private static let head = """
    ◇ Test run started.
    ◇ Test "a" started.
    ◇ Test "b" started.
    ✘ Test "a" recorded an issue at X.swift:1:2: Expectation failed: x == "1
    2"
    ↳ a comment
    ✔ Test "b" passed after 0.1 seconds.
    ✘ Test "a" failed after 0.2 seconds with 1 issue.

    """

  @Test func `what failed is said once more, with its lines`() async throws {
    let log =
      Self.head + "✘ Test run with 2 tests in 1 suite failed after 1 seconds with 1 issue.\n"
    let outcome = try await run(log, status: 1)
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix(log + "\n==> What failed (all output is in "))
    #expect(
      outcome.output.hasSuffix(
        """
        ✘ Test "a" recorded an issue at X.swift:1:2: Expectation failed: x == "1
        2"
        ↳ a comment
        ✘ Test "a" failed after 0.2 seconds with 1 issue.
        ✘ Test run with 2 tests in 1 suite failed after 1 seconds with 1 issue.

        """))
  }

  @Test func `a process that goes down is told with the tests that it ran`() async throws {
    let outcome = try await run(
      "\(Self.head)◇ Test c() started.\nerror: Exited with unexpected signal code 11\n", status: 1)
    #expect(outcome.status == 1)
    #expect(
      outcome.output.hasSuffix(
        "error: Exited with unexpected signal code 11\ndid not end: c()\n"))
  }

  @Test func `nothing is added where nothing failed`() async throws {
    let outcome = try await run("✔ Test run with 2 tests passed.\n", status: 0)
    #expect(outcome.status == 0)
    #expect(outcome.output == "✔ Test run with 2 tests passed.\n")
  }
}

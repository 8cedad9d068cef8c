import TestSupport
import Testing

/// What `batch` shows on a terminal and as JSON.
@Suite(.timeLimit(.minutes(5)))
struct BatchViewTests {
  private static let list = """
    version: 0.2
    batch:
      build-list:
        - identifier: one
        - identifier: two
    phases:
      build:
        commands:
          - echo "this is $CODEBUILD_BATCH_BUILD_IDENTIFIER"

    """

  @Test func `each event is a line of JSON, and names its build`() async throws {
    let folder = try TemporaryDirectory(["buildspec.yml": Self.list])
    let outcome = try await Tool.run(["batch", "--log", "json", "-j", "2"], in: folder.path)
    let lines = outcome.output.split(separator: "\n")
    #expect(outcome.status == 0)
    #expect(lines.first?.hasPrefix("{\"event\":\"batchStarted\"") == true)
    #expect(lines.last?.hasPrefix("{\"event\":\"batchFinished\"") == true)
    for name in ["one", "two"] {
      let own = lines.filter { $0.contains("\"member\":\"\(name)\"") }
      #expect(own.first?.hasPrefix("{\"event\":\"memberStarted\"") == true)
      #expect(own.last?.hasPrefix("{\"event\":\"memberFinished\"") == true)
      #expect(own.contains { $0.hasSuffix("\"text\":\"this is \(name)\\n\"}") })
    }
  }

  #if os(Linux)
    @Test(arguments: [("xterm", true), ("dumb", false)])
    func `on a terminal the cursor is hidden and comes back`(
      name: String, redraws: Bool
    ) async throws {
      let folder = try TemporaryDirectory(["buildspec.yml": Self.list])
      // `script` gives the tool a terminal.
      let outcome = try await Tool.run(
        "/usr/bin/script", ["-qec", "'\(Tool.path)' batch -j 2", "/dev/null"], in: folder.path,
        environment: ["TERM": name])
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("\u{1B}[?25l") == redraws)
      #expect(outcome.output.contains("[one] this is one") != redraws)
      #expect(outcome.output.hasSuffix("\u{1B}[?25h") == redraws)
    }
  #endif
}

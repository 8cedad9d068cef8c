import BuildExecution
import BuildPlanning
import Testing

/// `on-failure: RETRY` in its four forms.
struct RetryTests {
  /// A build that counts its runs in a file, and fails until the run of this number.
  private func build(_ onFailure: String, goodAt: Int, phase: String = "build") throws -> TestBuild
  {
    try TestBuild(
      """
      version: 0.2
      phases:
        \(phase):
          on-failure: '\(onFailure)'
          commands:
            - X=$X-set; echo run$X; touch made; ls ../src | grep -c made
            - echo x >> "$HOME/runs"; N=$(wc -l < "$HOME/runs")
            - |
              [ "$N" -ge \(goodAt) ] || { echo "Error: database is away"; exit 3; }
          finally: [echo finally]
        post_build: {commands: [echo post_build]}

      """)
  }

  @Test(arguments: [
    ("RETRY", 3, 3), ("RETRY", 9, 4), ("Retry-1", 9, 2), ("RETRY-0", 9, 1), ("RETRY-5", 6, 6),
    ("RETRY-exit status 3", 3, 3), ("Retry-.*Error: database.*", 2, 2), ("RETRY-nothing", 9, 1),
    ("RETRY-2-data+base", 9, 3), ("RETRY-2-exit status 4", 9, 1), ("RETRY-(", 9, 1),
    ("ABORT", 9, 1),
  ])
  func `the build begins again as often as it is allowed`(
    onFailure: String, goodAt: Int, runs: Int
  ) async throws {
    let done = try await build(onFailure, goodAt: goodAt).run()
    #expect(done.lines.count { $0 == "run-set" } == runs, "each run has a new environment")
    #expect(done.lines.count { $0 == "1" } == runs, "and a new source")
    #expect(done.lines.count { $0 == "finally" } == runs)
    #expect(done.status == (goodAt <= runs ? .succeeded : .failed))
    // The last failure has its usual effect, those before none.
    #expect(done.lines.count { $0 == "post_build" } == (onFailure == "ABORT" ? 0 : 1))
    let retries = done.notices.filter { $0.hasPrefix("phases.build.on-failure: the build begins") }
    #expect(retries.count == runs - 1)
  }

  @Test func `a notice tells the number`() async throws {
    let done = try await build("RETRY-2", goodAt: 2, phase: "install").run()
    #expect(
      done.notices == ["phases.install.on-failure: the build begins again: retry 1 of 2"])
    #expect(
      done.phases == [
        "DOWNLOAD_SOURCE SUCCEEDED", "INSTALL SUCCEEDED", "PRE_BUILD SUCCEEDED",
        "BUILD SUCCEEDED", "POST_BUILD SUCCEEDED", "UPLOAD_ARTIFACTS SUCCEEDED",
      ])
  }

  @Test(.timeLimit(.minutes(5))) func `a stop ends the retries`() async throws {
    let build = try build("RETRY-100", goodAt: 1_000)
    let stop = build.stop
    let done = try await build.run { event in
      if case .notice = event { stop.request(.signal(2)) }
    }
    #expect(done.status == .stopped)
    #expect(done.lines.count { $0 == "run-set" } == 1)
  }
}

import Testing

@testable import LogExplanations

/// Whole logs.
@Suite struct LogTests {
  private func explain(_ log: String) -> [LogExplanation] {
    LogExplainer.explain(Array(log.utf8))
  }

  @Test func `the first failed phase comes first, and its cause instead of its status`() {
    let found = explain(
      """
      [Container] 2026/07/14 09:08:31 No runtime version selected in buildspec.
      [Container] 2026/07/14 09:08:31 Skipping invalid file path early.txt
      [Container] 2026/07/14 09:08:31 Phase complete: DOWNLOAD_SOURCE State: SUCCEEDED
      [Container] 2026/07/14 09:08:31 Phase context status code:  Message: 
      [Container] 2026/07/14 09:08:31 Entering phase BUILD
      [Container] 2026/07/14 09:08:31 Running command docker build .
      Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?

      [Container] 2026/07/14 09:08:32 Command did not exit successfully docker build . exit status 1
      [Container] 2026/07/14 09:08:32 Phase complete: BUILD State: FAILED
      [Container] 2026/07/14 09:08:32 Phase context status code: COMMAND_EXECUTION_ERROR Message: \
      Error while executing command: docker build .. Reason: exit status 1
      [Container] 2026/07/14 09:08:32 Entering phase POST_BUILD
      Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?
      [Container] 2026/07/14 09:08:32 Phase complete: POST_BUILD State: SUCCEEDED
      [Container] 2026/07/14 09:08:32 Phase context status code:  Message: 
      [Container] 2026/07/14 09:08:33 Expanding base directory path: .
      [Container] 2026/07/14 09:08:33 Phase complete: UPLOAD_ARTIFACTS State: FAILED
      [Container] 2026/07/14 09:08:33 Phase context status code: CLIENT_ERROR Message: \
      no matching artifact paths found
      """)
    #expect(
      found.map(\.message.name) == [
        "docker-daemon", "artifact-paths-missing", "artifact-path-skipped",
      ])
    #expect(found.map(\.phase) == ["BUILD", "UPLOAD_ARTIFACTS", "DOWNLOAD_SOURCE"])
  }

  @Test func `without a known cause the status of the phase is explained once`() {
    let found = explain(
      """
      [Container] 2026/07/14 09:08:31 Running command make
      make: *** [all] Error 1
      [Container] 2026/07/14 09:08:32 Command did not exit successfully make exit status 2
      [Container] 2026/07/14 09:08:32 Phase complete: BUILD State: FAILED
      [Container] 2026/07/14 09:08:32 Phase context status code: COMMAND_EXECUTION_ERROR Message: \
      Error while executing command: make. Reason: exit status 2
      """)
    #expect(found.map(\.message.name) == ["command-failed", "phase-failed"])
    #expect(found.first?.look == "The output of `make`, just above the first such line.")
  }

  @Test func `a build that went well has nothing to explain`() {
    let found = explain(
      """
      [Container] 2026/07/14 09:08:31 Cache is not defined in the buildspec
      [Container] 2026/07/14 09:08:31 Phase complete: DOWNLOAD_SOURCE State: SUCCEEDED
      [Container] 2026/07/14 09:08:31 Phase context status code:  Message: 
      """)
    #expect(found.isEmpty)
  }

  @Test func `bytes that are no text change nothing`() {
    let bytes: [UInt8] =
      [0xFF, 0x1B, 0x5B] + Array("\u{1B}[0K\nYAML file does not exist\u{7}".utf8)
    let found = LogExplainer.explain(bytes)
    #expect(found.map(\.line) == ["YAML file does not exist"])
  }
}

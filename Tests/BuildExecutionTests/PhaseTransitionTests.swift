import BuildExecution
import BuildPlanning
import BuildspecModel
import Testing

/// Rows of the table "Phases and transitions".
struct PhaseTransitionTests {
  /// A build of which one phase fails; every phase writes its name to the output.
  private func build(failing phase: String, onFailure: String? = nil) throws -> TestBuild {
    var text = "version: 0.2\nphases:\n"
    for name in ["install", "pre_build", "build", "post_build"] {
      text += "  \(name):\n"
      if let onFailure, name == phase { text += "    on-failure: \(onFailure)\n" }
      text += "    commands:\n      - echo \(name) $CODEBUILD_BUILD_SUCCEEDING\n"
      if name == phase { text += "      - exit 3\n      - echo never\n" }
      text += "    finally:\n      - echo finally $CODEBUILD_BUILD_SUCCEEDING\n"
    }
    return try TestBuild(text + "artifacts:\n  files: [a]\n", files: ["a": "a"])
  }

  @Test func `a failing install ends the build`() async throws {
    let done = try await build(failing: "install").run()
    #expect(done.status == .failed)
    #expect(done.commandPhases == ["INSTALL FAILED"])
    #expect(done.lines == ["install 1", "finally 0"])
  }

  @Test func `a failing pre_build ends the build`() async throws {
    let done = try await build(failing: "pre_build").run()
    #expect(done.status == .failed)
    #expect(done.commandPhases == ["INSTALL SUCCEEDED", "PRE_BUILD FAILED"])
  }

  @Test func `after a failing build post_build and the upload still run`() async throws {
    let done = try await build(failing: "build").run()
    #expect(done.status == .failed)
    #expect(
      done.commandPhases == [
        "INSTALL SUCCEEDED", "PRE_BUILD SUCCEEDED", "BUILD FAILED", "POST_BUILD SUCCEEDED",
        "UPLOAD_ARTIFACTS SUCCEEDED",
      ])
    #expect(done.lines.suffix(4) == ["build 1", "finally 0", "post_build 0", "finally 0"])
  }

  @Test func `after a failing post_build the upload still runs`() async throws {
    let done = try await build(failing: "post_build").run()
    #expect(done.status == .failed)
    #expect(done.commandPhases.suffix(2) == ["POST_BUILD FAILED", "UPLOAD_ARTIFACTS SUCCEEDED"])
  }

  @Test func `a failing upload fails the build`() async throws {
    let done = try await TestBuild(
      "version: 0.2\nphases: {build: {commands: [true]}}\nartifacts: {files: [none]}\n"
    ).run()
    #expect(done.status == .failed)
    #expect(done.phases.last == "UPLOAD_ARTIFACTS FAILED")
  }

  @Test func `all four phases are entered and logged, also the absent ones`() async throws {
    let done = try await TestBuild("version: 0.2\nphases: {build: {commands: [\"true\"]}}\n").run()
    #expect(done.status == .succeeded)
    #expect(
      done.log.filter { $0.hasPrefix("Entering phase") } == [
        "Entering phase INSTALL", "Entering phase PRE_BUILD", "Entering phase BUILD",
        "Entering phase POST_BUILD",
      ])
  }

  @Test func `phases run in the order of the service, not of the file`() async throws {
    let done = try await TestBuild(
      """
      version: 0.2
      phases:
        post_build: {commands: [echo 4]}
        build: {commands: [echo 3]}
        pre_build: {commands: [echo 2]}
        install: {commands: [echo 1]}
      """
    ).run()
    #expect(done.lines == ["1", "2", "3", "4"])
  }

  @Test func `on-failure ABORT ends the build, also after the phase build`() async throws {
    let done = try await build(failing: "build", onFailure: "ABORT").run()
    #expect(done.status == .failed)
    #expect(done.phases.last == "BUILD FAILED")
    #expect(done.lines.last == "finally 0")
  }

  @Test(arguments: ["install", "pre_build", "build", "post_build"])
  func `on-failure CONTINUE goes on and does not fail the build`(phase: String) async throws {
    let done = try await build(failing: phase, onFailure: "CONTINUE").run()
    #expect(done.status == .succeeded)
    #expect(done.phases.count == 6)
    #expect(done.phases.contains("\(phase.uppercased()) FAILED"))
    #expect(done.result.failedCommand == nil)
  }

  @Test func `on-failure RETRY counts at once and is told`() async throws {
    let done = try await build(failing: "build", onFailure: "RETRY-2").run()
    #expect(done.status == .failed)
    #expect(done.notices.contains { $0.hasPrefix("phases.build.on-failure: ") })
  }

  @Test func `phases that were left out are told and do not run`() async throws {
    var build = try build(failing: "none")
    build.request.selection.only = [.build]
    let done = try await build.run()
    #expect(done.lines == ["build 1", "finally 1"])
    #expect(done.commandPhases == ["BUILD SUCCEEDED"])
    #expect(done.log.contains("Phase left out: INSTALL (--phase build)"))
  }
}

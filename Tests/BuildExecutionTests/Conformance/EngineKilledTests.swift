import TestSupport
import Testing

/// An engine that goes away under a build.
@Suite(
  .enabled(if: OwnEngine.isPossible, "only root can start a Docker engine, where there is one"),
  .timeLimit(.minutes(10)))
struct EngineKilledTests {
  private let folder: TemporaryDirectory

  init() throws {
    folder = try TemporaryDirectory()
    folder.createFolder("tmp")
  }

  /// Writes a project, and what runs it: `$0` is the tool.
  private func project(_ command: String) throws -> String {
    try folder.write(
      "version: 0.2\nphases: {build: {commands: ['\(command)']}}\n", to: "project/buildspec.yml")
    return "\"$0\" run -i \(Flavour.dash.image) --pull never --network host"
  }

  private func shell(_ script: String, _ engine: OwnEngine) async throws -> Tool.Outcome {
    try await Tool.run(
      "/bin/bash", ["-c", script, Tool.path], in: folder.file("project"),
      environment: engine.environment.merging(["TMPDIR": folder.file("tmp")]) { _, own in own })
  }

  @Test func `a killed engine is a FAULT, and the next build is clean`() async throws {
    try await TestEngine.images.value
    try await OwnEngine.with { engine in
      try await engine.load(.dash)
      let build = try project("echo ready; sleep 300")
      async let ended = shell("\(build) 2>&1 | tee ../log; exit ${PIPESTATUS[0]}", engine)
      try await engine.wait(until: "grep -qs '^ready' '\(folder.file("log"))'")
      try await engine.kill()
      let outcome = try await ended
      #expect(outcome.status == 3)
      #expect(outcome.output.contains("Phase complete: BUILD State: FAULT"))
      #expect(outcome.output.contains("buildspec: error: the container of the build is lost: "))
      #expect(folder.names("tmp") == [])
      // Only what the tool has started knows the engine by this variable.
      try await engine.wait(until: "! grep -qszx DOCKER_HOST=\(engine.host) /proc/[0-9]*/environ")
      try await checkNext(engine)
    }
  }

  /// The engine comes back with all that it had.
  private func checkNext(_ engine: OwnEngine) async throws {
    try await engine.start()
    let next = try await shell(try project("echo again"), engine)
    #expect(next.status == 0, "\(next.output)\(next.error)")
    #expect(next.output.contains("\nagain\n"))
    // The engine may still be removing the one of this build.
    try await engine.wait(
      until: "left=$(docker --host \(engine.host) ps --all --quiet) && [ -z \"$left\" ]")
  }
}

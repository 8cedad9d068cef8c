import TestSupport
import Testing

/// Signals that reach the tool while a command runs. The command itself sends them, to the parent of
/// the shell that runs it, so that no test has to wait for the right moment.
@Suite(.timeLimit(.minutes(5)))
struct SignalTests {
  private static let tool = "T=$(cut -d \" \" -f 4 /proc/$PPID/stat)"

  private func run(
    _ command: String, signal: String
  ) async throws -> (outcome: Tool.Outcome, folder: TemporaryDirectory) {
    let folder = try TemporaryDirectory([
      "buildspec.yml": """
      version: 0.2
      phases:
        build:
          commands:
            - |
              \(Self.tool)
              sleep 300 & echo $! > "$OUT/background"
              \(command)
          finally: [touch "$OUT/finally"]
        post_build: {commands: [touch "$OUT/post_build"]}
      artifacts: {files: ['**/*']}
      """
    ])
    folder.createFolder("tmp")
    let outcome = try await Tool.run(
      ["run", "-e", "OUT=\(folder.path)", "-e", "SIGNAL=\(signal)"], in: folder.path,
      environment: ["TMPDIR": folder.file("tmp")])
    #expect(folder.names("tmp") == [], "nothing stays in TMPDIR")
    #expect(folder.text("finally") == nil)
    #expect(folder.text("post_build") == nil)
    let process = try #require(folder.text("background")?.split(separator: "\n").first)
    #expect(try await ProcessProbe.goes(process), "process \(process) is gone")
    return (outcome, folder)
  }

  @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)])
  func `a signal ends all processes and the build is STOPPED`(
    name: String, status: Int32
  ) async throws {
    let outcome = try await run("kill -$SIGNAL $T; sleep 300", signal: name).outcome
    #expect(outcome.status == status)
    #expect(outcome.output.contains("Phase complete: BUILD State: STOPPED"))
    #expect(!outcome.output.contains("Command did not exit successfully"))
  }

  @Test func `a command that ignores the first signal is killed by the second`() async throws {
    let outcome = try await run(
      "trap \"\" TERM; kill -INT $T; sleep 0.1; kill -INT $T; while :; do sleep 300; done",
      signal: "INT"
    ).outcome
    #expect(outcome.status == 130)
  }

  @Test func `a command that ignores the signal is killed after a grace`() async throws {
    let outcome = try await run("trap \"\" TERM; kill -TERM $T; sleep 300", signal: "TERM").outcome
    #expect(outcome.status == 143)
  }

  @Test func `nohup is honoured`() async throws {
    let folder = try TemporaryDirectory([
      "buildspec.yml":
        "version: 0.2\nphases: {build: {commands: ['\(Self.tool); kill -HUP $T', echo went on]}}\n"
    ])
    let outcome = try await Tool.run("/usr/bin/nohup", [Tool.path, "run"], in: folder.path)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("went on"))
  }
}

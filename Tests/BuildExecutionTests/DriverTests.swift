import BuildExecution
import BuildPlanning
import TestSupport
import Testing

/// What commands can do to the shell that runs them.
@Suite(.timeLimit(.minutes(5)))
struct DriverTests {
  @Test func `a command that kills the driver fails, and the build goes on`() async throws {
    let done = try await TestBuild(
      """
      version: 0.2
      phases:
        pre_build: {commands: [A=kept; cd /]}
        build: {commands: ["echo before; kill -9 $PPID; sleep 100"], finally: [echo finally $A]}
        post_build: {commands: [pwd]}
      """
    ).run()
    #expect(done.result.failedCommand?.outcome == .shellLost)
    #expect(done.lines == ["before", "finally kept", "/"])
    #expect(
      done.failure?.hasSuffix("Reason: the shell of the build was ended while the command ran")
        == true)
  }

  @Test func `a command that signals its whole group ends itself alone`() async throws {
    let done = try await TestBuild(
      """
      version: 0.2
      phases:
        build: {commands: [kill 0]}
        post_build: {commands: [echo after]}
      """
    ).run()
    #expect(done.result.failedCommand?.outcome == .exited(143))
    #expect(done.lines == ["after"])
  }

  @Test func `a background process does not hang the build and ends with it`() async throws {
    let done = try await TestBuild.commands(
      "sleep 300 & echo $!", "nohup sleep 300 >/dev/null 2>&1 & echo $!",
      "bash -c 'set -m; sleep 300 & echo $!'"
    ).run()
    #expect(done.status == .succeeded)
    #expect(done.lines.count == 3)
    for process in done.lines {
      #expect(try await ProcessProbe.goes(process), "process \(process) is gone")
    }
  }

  @Test func `a process that ignores the request to end is killed`() async throws {
    let done = try await TestBuild.commands(
      "sh -c 'trap \"\" TERM HUP INT; while :; do sleep 1; done' & echo $!"
    ).run()
    let process = try #require(done.lines.first)
    #expect(try await ProcessProbe.goes(process))
  }

  @Test func `commands cannot find the marker`() async throws {
    let done = try await TestBuild.commands(
      "env | tr '\\036' '!' | grep -c '^_bs_' || true; tr '\\0\\036' '\\n!' < /proc/$PPID/cmdline | grep -c '![0-9a-f]' || true"
    ).run()
    #expect(done.lines == ["0", "0"])
  }

  @Test func `large output comes whole`() async throws {
    let done = try await TestBuild.commands("seq 1 200000", "echo end").run()
    #expect(done.lines.count == 200_001)
    #expect(done.lines[199_999] == "200000")
    #expect(done.lines.last == "end")
  }

  @Test(.timeLimit(.minutes(5)))
  func `a question without a line end is shown while the command waits`() async throws {
    var build = try TestBuild.commands(
      "printf 'Go on? '; until [ -e \"$HOME/go\" ]; do sleep 0.05; done; echo yes")
    build.request.secretVariables = [
      GivenVariable(name: "S", value: "hunter22", origin: .option("--secret"))
    ]
    build.secrets = ["S": "hunter22"]
    let folder = build.folder
    let done = try await build.run { event in
      guard case .output(let bytes) = event, bytes.elementsEqual("Go on? ".utf8) else { return }
      try? folder.write("", to: "go")
    }
    #expect(done.output == "Go on? yes\n")
  }

  @Test func `output without a line end comes whole`() async throws {
    let done = try await TestBuild.commands("printf abc", "printf def").run()
    #expect(done.output == "abcdef")
  }

  @Test func `a shell that is not there is a failing command`() async throws {
    let done = try await TestBuild.commands("true", shell: "/nonexistent/bash").run()
    #expect(done.result.failedCommand?.outcome == .exited(127))
  }

  @Test func `read-only folders in the scratch folder are removed`() async throws {
    let done = try await TestBuild.commands(
      "mkdir -p ro/deep && touch ro/deep/f && chmod 500 ro/deep ro"
    ).run()
    #expect(done.status == .succeeded)
  }

  @Test func `a stop ends the command, and finally does not run`() async throws {
    let build = try TestBuild(
      """
      version: 0.2
      phases:
        build: {commands: ["echo ready; sleep 300", echo never], finally: [echo never]}
        post_build: {commands: [echo never]}
      artifacts: {files: ['**/*']}
      """)
    let stop = build.stop
    let done = try await build.run { event in
      if case .output = event { stop.request(.signal(2)) }
    }
    #expect(done.status == .stopped)
    #expect(done.result.stopReason == .signal(2))
    #expect(done.lines == ["ready"])
    #expect(done.phases.last == "BUILD STOPPED")
    #expect(done.result.failedCommand == nil)
  }

  @Test func `a second stop kills at once`() async throws {
    let build = try TestBuild.commands(
      "trap 'echo no' TERM; echo ready; while :; do sleep 300; done")
    let stop = build.stop
    let done = try await build.run { event in
      if case .output = event {
        stop.request(.signal(2))
        stop.request(.signal(2))
      }
    }
    #expect(done.status == .stopped)
  }

  @Test func `a build that takes too long is TIMED_OUT`() async throws {
    var build = try TestBuild.commands("sleep 300")
    build.request.timeoutSeconds = 1
    let done = try await build.run()
    #expect(done.status == .timedOut)
    #expect(done.result.stopReason == .timeout)
    #expect(
      done.notices == [
        "timeout: 80 % of the time of the build are over; it is ended in 1 s, after 1 s in all"
      ])
  }
}

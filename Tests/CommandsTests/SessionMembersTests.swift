import BuildExecution
import SystemPackage
import Testing

@testable import Commands

@Suite struct SessionMembersTests {
  #if os(Linux)
    @Test func `a session lasts as long as what its first process left running`() async throws {
      let (ends, end) = AsyncStream.makeStream(of: ProcessEnd.self)
      let shell = try await LiveProcesses().start(
        ProcessRequest(
          program: "/bin/sh", arguments: ["-c", "sleep 300 >/dev/null 2>&1 &"],
          environment: ["PATH": "/usr/bin:/bin"], folder: "/"),
        onOutput: { _ in }, onError: nil, onEnd: { end.yield($0) })
      for await _ in ends { break }
      #expect(!SessionMembers.isGone(shell.session))
      #expect(SessionMembers.alive(in: shell.session).count == 1)
      #expect(shell.isSessionAlive())

      shell.signalSession(9)
      // Nobody here reaps what was left; its zombie still has the session where nothing else does.
      for _ in 0..<500 where shell.isSessionAlive() { try await Task.sleep(for: .milliseconds(10)) }
      #expect(!shell.isSessionAlive())
    }

    @Test func `a session is gone with its only process`() async throws {
      let (ends, end) = AsyncStream.makeStream(of: ProcessEnd.self)
      let shell = try await LiveProcesses().start(
        ProcessRequest(
          program: "/bin/sh", arguments: ["-c", ":"], environment: [:], folder: "/"),
        onOutput: { _ in }, onError: nil, onEnd: { end.yield($0) })
      for await _ in ends { break }
      for _ in 0..<500 where !SessionMembers.isGone(shell.session) {
        try await Task.sleep(for: .milliseconds(10))
      }
      #expect(SessionMembers.isGone(shell.session))
      #expect(!shell.isSessionAlive())
    }
  #endif
}

import BuildExecution
import Synchronization
import SystemPackage
import Testing

@testable import Commands

@Suite struct BuildExecutorTests {
  /// Runs tasks as the pool of all does, and counts their steps.
  private final class Counted: TaskExecutor {
    let steps = Atomic(0)

    func enqueue(_ job: consuming ExecutorJob) {
      steps.add(1, ordering: .relaxed)
      let job = UnownedJob(job)
      Task.detached { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
  }

  private func run() async throws {
    let (ends, end) = AsyncStream.makeStream(of: ProcessEnd.self)
    let process = try await LiveProcesses().start(
      ProcessRequest(
        program: "/bin/sh", arguments: ["-c", "exit 3"], environment: [:], folder: "/"),
      onOutput: { _ in }, onError: nil, onEnd: { end.yield($0) })
    for await result in ends {
      #expect(result == .exited(3))
      break
    }
    withExtendedLifetime(process) {}
  }

  @Test func `a process of a build is started in the turn of the build`() async throws {
    let executor = Counted()
    try await BuildExecutor.$current.withValue(executor) { try await run() }
    #expect(executor.steps.load(ordering: .relaxed) > 0)
  }
}

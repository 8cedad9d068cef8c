import Synchronization
import Testing

@testable import BatchExecution

@Suite struct BuildTurnsTests {
  /// What each build did, in order.
  private static func steps(builds: Int, each: Int, threads: Int) async -> [Int] {
    let turns = BuildTurns(threads: threads)
    let steps = Steps()
    await withTaskGroup(of: Void.self) { group in
      for build in 0..<builds {
        group.addTask(executorPreference: turns.next()) {
          for _ in 0..<each {
            steps.add(build)
            await Task.yield()
          }
        }
      }
    }
    return steps.all
  }

  @Test func `the build that started first goes before all others`() async {
    let steps = await Self.steps(builds: 20, each: 10, threads: 1)
    #expect(steps == steps.sorted())
  }

  @Test func `nothing is lost when threads come and go`() async {
    let steps = await Self.steps(builds: 300, each: 30, threads: 4)
    #expect(steps.count == 9_000)
  }

  private final class Steps: Sendable {
    private let steps = Mutex<[Int]>([])
    var all: [Int] { steps.withLock { $0 } }

    func add(_ build: Int) { steps.withLock { $0.append(build) } }
  }
}

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

  @Test func `the build that started first ends before others are half done`() async throws {
    let steps = await Self.steps(builds: 20, each: 50, threads: 1)
    let end = try #require(steps.lastIndex(of: 0))
    #expect(end < 250)
    #expect(steps[..<end].count { $0 == 19 } < 25)
  }

  @Test func `a build that never rests holds up nobody`() async {
    let turns = BuildTurns(threads: 1)
    let steps = Steps()
    await withTaskGroup(of: Void.self) { group in
      group.addTask(executorPreference: turns.next()) {
        for _ in 0..<1_000_000 where steps.all.isEmpty { await Task.yield() }
        steps.add(0)
      }
      group.addTask(executorPreference: turns.next()) {
        await Task.yield()
        steps.add(1)
      }
    }
    #expect(steps.all == [1, 0])
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

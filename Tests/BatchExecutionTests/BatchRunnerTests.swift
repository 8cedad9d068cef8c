import BatchExecution
import BuildExecution
import BuildPlanning
import Synchronization
import TestSupport
import Testing

/// The runner with builds that end when the test says so, on a clock that the test moves.
@Suite(.timeLimit(.minutes(5)))
struct BatchRunnerTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `each build starts the moment it can`(seed: UInt64) async throws {
    var random = SeededRandom(seed: seed)
    var batch = RandomBatch(seed: seed)
    // A batch that fails fast ends builds itself; see below.
    batch.plan.failsFast = false
    let fails = Set(batch.plan.builds.indices.filter { _ in random.chance(8) })
    let ranks = try #require(BuildRanks.ranks(batch.plan, durations: batch.known))
    let expected = ListSchedule(batch, ranks: ranks, fails: fails)
    let play = Play(batch)
    async let result = play.runner.run(named: "batch")
    for (step, next) in zip(expected.steps, expected.steps.dropFirst()) {
      await play.waits(for: step.running)
      play.clock.set(next.time)
      guard
        let build = step.running.subtracting(next.running).min(by: {
          (expected.ends[$0] ?? 0, $0) < (expected.ends[$1] ?? 0, $1)
        })
      else { continue }
      play.builder.end(build, fails.contains(build) ? .failed : .succeeded)
    }
    let outcomes = await result.outcomes
    #expect(await result.microseconds == expected.makespan)
    #expect(play.builder.mostAtOnce <= batch.jobs)
    for (number, outcome) in outcomes.enumerated() {
      switch outcome {
      case .built(let build):
        #expect(build.start.startedAt.microseconds == expected.starts[number])
        #expect(build.finishedAt.microseconds == expected.ends[number])
        #expect(build.start.run == "run-\(number)")
      case .skipped: #expect(expected.starts[number] == nil)
      }
    }
  }

  @Test func `the critical path and the time that slots cost are told`() async throws {
    let play = Play(
      BatchPlan(
        buildspecPath: "b.yml", kind: .graph,
        builds: [
          PlannedBuild(identifier: "a"), PlannedBuild(identifier: "b"),
          PlannedBuild(identifier: "c", parents: [1]),
        ]), jobs: 1)
    async let running = play.runner.run(named: "batch")
    for (build, time) in [(0, 10), (1, 40), (2, 45)] {
      await play.waits(for: [build])
      play.clock.set(Int64(time))
      play.builder.end(build, .succeeded)
    }
    let result = await running
    #expect(result.status == .succeeded)
    #expect(result.criticalPath == [1, 2])
    #expect(result.criticalTime == 35)
    #expect(result.waitingTime == 10)
    #expect(play.builder.completed == [0, 1, 2])
  }

  @Test func `what is left out hides no time`() async throws {
    let play = Play(
      BatchPlan(
        buildspecPath: "b.yml", kind: .graph,
        builds: [
          PlannedBuild(identifier: "a"),
          PlannedBuild(identifier: "b", parents: [0], leftOut: .option("--skip b")),
          PlannedBuild(identifier: "c", parents: [1]),
        ]), jobs: 2)
    async let running = play.runner.run(named: "batch")
    for (build, time) in [(0, 10), (2, 15)] {
      await play.waits(for: [build])
      play.clock.set(Int64(time))
      play.builder.end(build, .succeeded)
    }
    let result = await running
    #expect(result.criticalPath == [0, 2])
    #expect(result.criticalTime == 15)
    #expect(result.waitingTime == 0)
  }

  @Test func `the batch stops with all its builds`() async throws {
    let builds = (0..<5).map { PlannedBuild(identifier: "b\($0)") }
    let play = Play(BatchPlan(buildspecPath: "b.yml", kind: .list, builds: builds), jobs: 2)
    async let running = play.runner.run(named: "batch")
    await play.waits(for: [0, 1])
    play.stop.request(.signal(2))
    let result = await running
    #expect(result.status == .stopped)
    #expect(result.stopReason == .signal(2))
    let skipped = result.outcomes.filter {
      if case .skipped(.batchEnded) = $0 { true } else { false }
    }
    #expect(skipped.count == 3)
    #expect(play.builder.completed == nil)
  }

  @Test(arguments: [
    (fails: [0], ignored: [Int](), fast: false, status: BuildStatus.failed, built: 2),
    (fails: [0], ignored: [0], fast: false, status: .succeeded, built: 3),
    (fails: [0], ignored: [0], fast: true, status: .succeeded, built: 3),
    (fails: [0], ignored: [], fast: true, status: .failed, built: 1),
    (fails: [1], ignored: [], fast: true, status: .failed, built: 2),
  ])
  func `failures count as the file says`(
    fails: [Int], ignored: [Int], fast: Bool, status: BuildStatus, built: Int
  ) async throws {
    let builds = [[], [], [0]].enumerated().map { number, parents in
      PlannedBuild(
        identifier: "b\(number)", ignoresFailure: ignored.contains(number), parents: parents)
    }
    let play = Play(
      BatchPlan(buildspecPath: "b.yml", kind: .graph, failsFast: fast, builds: builds), jobs: 1)
    async let running = play.runner.run(named: "batch")
    let isOver = Mutex(false)
    let player = Task {
      while !isOver.withLock({ $0 }) {
        for build in play.builder.running {
          play.builder.end(build, fails.contains(build) ? .failed : .succeeded)
        }
        await Task.yield()
      }
    }
    let result = await running
    isOver.withLock { $0 = true }
    await player.value
    #expect(result.status == status)
    let count = result.outcomes.filter { if case .built = $0 { true } else { false } }.count
    #expect(count == built)
    #expect((play.builder.completed != nil) == (status == .succeeded))
  }

  /// A runner with what the test moves.
  private struct Play {
    let clock = ManualClock()
    let builder = FakeBuilder()
    let stop = StopControl()
    let counter = Counter()
    let runner: BatchRunner

    init(_ batch: RandomBatch) {
      self.init(batch.plan, jobs: batch.jobs, durations: batch.known)
    }

    init(_ plan: BatchPlan, jobs: Int, durations: [String: Int64] = [:]) {
      runner = BatchRunner(
        plan, jobs: jobs, durations: durations, clock: clock, builder: builder,
        events: BatchStream(clock: clock, sink: counter), stop: stop)
    }

    /// Waits until just these builds run, and the runner has taken the ends of all others.
    func waits(for builds: Set<Int>) async {
      while builder.running != builds || counter.running != builds.count, !Task.isCancelled {
        await Task.yield()
      }
    }
  }

  /// Counts the builds that run by what the runner tells.
  private final class Counter: BatchEventSink, Sendable {
    private let count = Mutex(0)

    var running: Int { count.withLock { $0 } }

    func receive(_ event: BatchEvent, at time: Timestamp) {
      switch event {
      case .buildStarted: count.withLock { $0 += 1 }
      case .buildFinished: count.withLock { $0 -= 1 }
      default: break
      }
    }
  }
}

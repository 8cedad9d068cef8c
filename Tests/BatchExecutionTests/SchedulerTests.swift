import BuildExecution
import BuildPlanning
import TestSupport
import Testing

@testable import BatchExecution

/// The scheduler alone, on graphs made by chance, with a clock that the test moves.
@Suite struct SchedulerTests {
  @Test(arguments: 0..<400 as Range<UInt64>)
  func `a batch takes exactly as long as its list schedule`(seed: UInt64) {
    let batch = RandomBatch(seed: seed)
    let ranks = BuildRanks.ranks(batch.plan, durations: batch.known) ?? []
    let expected = ListSchedule(batch, ranks: ranks)
    let run = SimulatedRun(batch, ranks: ranks)
    #expect(run.starts == expected.starts)
    #expect(run.ends.compactMap(\.self).max() ?? 0 == expected.makespan)
  }

  @Test(arguments: 400..<800 as Range<UInt64>)
  func `no build comes before its parents, none beyond the slots, no slot is idle`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let batch = RandomBatch(seed: seed)
    let fails = Set(batch.plan.builds.indices.filter { _ in random.chance(6) })
    let run = SimulatedRun(batch, ranks: nil, fails: fails)
    for (number, build) in batch.plan.builds.enumerated() {
      guard let start = run.starts[number] else {
        #expect(run.skips[number] != nil, "\(build.identifier) was forgotten")
        continue
      }
      #expect(run.skips[number] == nil)
      for parent in build.parents where batch.plan.builds[parent].leftOut == nil {
        #expect((run.ends[parent] ?? .max) <= start)
        #expect(!fails.contains(parent) || batch.plan.builds[parent].ignoresFailure)
      }
    }
    #expect(run.mostAtOnce <= batch.jobs)
    #expect(run.idleSlots == 0)
  }

  @Test func `failures keep children from starting, unless they are ignored`() {
    func reasons(ignores: Bool, failsFast: Bool) -> [SkipReason?] {
      var plan = BatchPlan(
        buildspecPath: "b.yml", kind: .graph, failsFast: failsFast,
        builds: [
          PlannedBuild(identifier: "compile", ignoresFailure: ignores),
          PlannedBuild(identifier: "test", parents: [0]),
          PlannedBuild(identifier: "publish", parents: [1]),
          PlannedBuild(identifier: "docs"),
        ])
      plan.failsFast = failsFast
      var scheduler = BatchScheduler(plan, jobs: 1)
      var skips = scheduler.start()
      #expect(scheduler.next() == 0)
      #expect(scheduler.next() == nil)
      skips += scheduler.finish(0, .failed)
      if failsFast, !ignores { skips += scheduler.end() }
      while let build = scheduler.next() { skips += scheduler.finish(build, .succeeded) }
      return plan.builds.indices.map { build in skips.first { $0.build == build }?.reason }
    }
    #expect(reasons(ignores: true, failsFast: true) == [nil, nil, nil, nil])
    #expect(reasons(ignores: true, failsFast: false) == [nil, nil, nil, nil])
    #expect(
      reasons(ignores: false, failsFast: false) == [
        nil, .parentFailed(0), .parentSkipped(1), nil,
      ])
    #expect(
      reasons(ignores: false, failsFast: true) == [
        nil, .parentFailed(0), .parentSkipped(1), .batchEnded,
      ])
  }

  @Test func `builds wait for what cannot run, not for what was left out`() {
    func started(_ why: LeftOut) -> [Int] {
      let plan = BatchPlan(
        buildspecPath: "b.yml", kind: .graph,
        builds: [
          PlannedBuild(identifier: "a", leftOut: why), PlannedBuild(identifier: "b", parents: [0]),
        ])
      var scheduler = BatchScheduler(plan, jobs: 2)
      _ = scheduler.start()
      return Array(sequence(state: ()) { _ in scheduler.next() })
    }
    #expect(started(.option("--skip a")) == [1])
    #expect(started(.done("20261122-225051-123-4f9a2c")) == [1])
    #expect(started(.unsupported("WINDOWS_CONTAINER")).isEmpty)
  }

  @Test func `what is left out keeps the order of those around it`() {
    let plan = BatchPlan(
      buildspecPath: "b.yml", kind: .graph,
      builds: [
        PlannedBuild(identifier: "compile"),
        PlannedBuild(identifier: "test", parents: [0], leftOut: .option("--skip test")),
        PlannedBuild(identifier: "publish", parents: [1]),
      ])
    for status in [BuildStatus.succeeded, .failed] {
      var scheduler = BatchScheduler(plan, jobs: 3)
      #expect(scheduler.start() == [.init(build: 1, reason: .leftOut(.option("--skip test")))])
      #expect(scheduler.next() == 0)
      #expect(scheduler.next() == nil)
      let skips = scheduler.finish(0, status)
      #expect(scheduler.next() == (status == .succeeded ? 2 : nil))
      #expect(skips.map(\.build) == (status == .succeeded ? [] : [2]))
    }
  }

  @Test func `the longest chain goes first when durations are known`() {
    let plan = BatchPlan(
      buildspecPath: "b.yml", kind: .graph,
      builds: [
        PlannedBuild(identifier: "short"), PlannedBuild(identifier: "root"),
        PlannedBuild(identifier: "leaf", parents: [1]),
      ])
    #expect(BuildRanks.ranks(plan, durations: [:]) == nil)
    #expect(
      BuildRanks.ranks(plan, durations: ["short": 30, "root": 10, "leaf": 50]) == [30, 60, 50])
    // What is not known counts as the mean of the others.
    #expect(BuildRanks.ranks(plan, durations: ["short": 30, "leaf": 50]) == [30, 90, 50])
  }

  @Test func `ten thousand builds are scheduled`() {
    let builds = (0..<10_000).map { number in
      PlannedBuild(identifier: "b\(number)", parents: number == 0 ? [] : [(number - 1) / 3])
    }
    let plan = BatchPlan(buildspecPath: "b.yml", kind: .graph, builds: builds)
    var scheduler = BatchScheduler(plan, jobs: 10_000)
    _ = scheduler.start()
    var order: [Int] = []
    while let build = scheduler.next() {
      order.append(build)
      #expect(scheduler.finish(build, .succeeded).isEmpty)
    }
    #expect(order == Array(0..<10_000))
  }
}

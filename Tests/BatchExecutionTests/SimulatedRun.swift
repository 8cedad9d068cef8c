import BuildExecution
import BuildPlanning

@testable import BatchExecution

/// Runs the scheduler with builds that take their time on a clock of its own.
struct SimulatedRun {
  private(set) var starts: [Int64?]
  private(set) var ends: [Int64?]
  private(set) var skips: [Int: SkipReason] = [:]
  private(set) var mostAtOnce = 0
  /// How often a slot was free while a build whose parents had ended had not been started.
  private(set) var idleSlots = 0

  init(_ batch: RandomBatch, ranks: [Int64]?, fails: Set<Int> = []) {
    let builds = batch.plan.builds
    starts = Array(repeating: nil, count: builds.count)
    ends = starts
    var scheduler = BatchScheduler(batch.plan, jobs: batch.jobs, ranks: ranks)
    for skip in scheduler.start() { skips[skip.build] = skip.reason }
    var running: Set<Int> = []
    var now: Int64 = 0
    while true {
      while let build = scheduler.next() {
        starts[build] = now
        ends[build] = now + batch.durations[build]
        running.insert(build)
      }
      mostAtOnce = max(mostAtOnce, running.count)
      if running.count < batch.jobs { countIdle(builds, running) }
      guard let build = running.min(by: { (ends[$0] ?? 0, $0) < (ends[$1] ?? 0, $1) }) else {
        return
      }
      now = ends[build] ?? now
      running.remove(build)
      let status = fails.contains(build) ? BuildStatus.failed : .succeeded
      for skip in scheduler.finish(build, status) { skips[skip.build] = skip.reason }
      if batch.plan.failsFast, fails.contains(build), !builds[build].ignoresFailure {
        for skip in scheduler.end() { skips[skip.build] = skip.reason }
      }
    }
  }

  private mutating func countIdle(_ builds: [PlannedBuild], _ running: Set<Int>) {
    func isDone(_ number: Int) -> Bool {
      switch builds[number].leftOut {
      case .option, .done: builds[number].parents.allSatisfy(isDone)
      case .unsupported: false
      case nil: ends[number] != nil && !running.contains(number)
      }
    }
    for (number, build) in builds.enumerated() where starts[number] == nil && skips[number] == nil {
      if build.parents.allSatisfy(isDone) { idleSlots += 1 }
    }
  }
}

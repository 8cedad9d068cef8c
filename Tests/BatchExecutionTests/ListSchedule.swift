import BuildPlanning

/// The list schedule of a batch, worked out the slow way: at each end, all builds are looked at anew.
struct ListSchedule {
  /// By the number of the build; `nil` for what is never started.
  private(set) var starts: [Int64?]
  private(set) var ends: [Int64?]
  /// Builds that run together after each change, and when.
  private(set) var steps: [(time: Int64, running: Set<Int>)] = []

  init(_ batch: RandomBatch, ranks: [Int64], fails: Set<Int> = []) {
    let builds = batch.plan.builds
    starts = Array(repeating: nil, count: builds.count)
    ends = starts
    var now: Int64 = 0
    var running: Set<Int> = []
    func isDone(_ number: Int) -> Bool {
      switch builds[number].leftOut {
      case .option, .done: return builds[number].parents.allSatisfy(isDone)
      case .unsupported: return false
      case nil: break
      }
      guard let end = ends[number], end <= now, !running.contains(number) else { return false }
      return !fails.contains(number) || builds[number].ignoresFailure
    }
    func hasEndedBatch() -> Bool {
      batch.plan.failsFast
        && builds.indices.contains {
          ends[$0] != nil && !running.contains($0) && fails.contains($0)
            && !builds[$0].ignoresFailure
        }
    }
    while true {
      while running.count < batch.jobs, !hasEndedBatch() {
        let ready = builds.indices.filter { number in
          starts[number] == nil && builds[number].leftOut == nil
            && builds[number].parents.allSatisfy(isDone)
        }
        guard
          let best = ready.min(by: { (-ranks[$0], $0) < (-ranks[$1], $1) })
        else { break }
        starts[best] = now
        ends[best] = now + batch.durations[best]
        running.insert(best)
      }
      steps.append((now, running))
      // Of two that end together the lower number is told first.
      guard let next = running.min(by: { (ends[$0] ?? 0, $0) < (ends[$1] ?? 0, $1) }) else {
        return
      }
      now = ends[next] ?? now
      running.remove(next)
      if hasEndedBatch() {
        // The others are ended at once.
        for other in running { ends[other] = now }
      }
    }
  }

  var makespan: Int64 { ends.compactMap(\.self).max() ?? 0 }
}

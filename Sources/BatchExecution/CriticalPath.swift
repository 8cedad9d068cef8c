import BuildExecution
import BuildPlanning

/// The builds that decided how long a batch took: from the one that ended last back to the one that each of
/// them had to wait for.
struct CriticalPath {
  /// In the order they ran.
  var builds: [Int] = []
  /// Microseconds in builds.
  var time: Int64 = 0
  /// Microseconds in which they could have run, but had no slot.
  var waiting: Int64 = 0

  init(_ plan: BatchPlan, _ outcomes: [BatchResult.Outcome]) {
    let results = outcomes.map { outcome -> BatchBuildResult? in
      if case .built(let result) = outcome { result } else { nil }
    }
    func latest(_ numbers: some Sequence<Int>) -> Int? {
      numbers.compactMap { number in results[number].map { (number, $0.finishedAt) } }
        .max { $0.1 < $1.1 }?.0
    }
    var current = latest(results.indices)
    while let build = current, let result = results[build] {
      builds.insert(build, at: 0)
      time += result.microseconds
      waiting += result.start.waited
      current = latest(plan.runningParents(of: build))
    }
  }
}

import BatchExecution
import BuildExecution
import BuildPlanning

/// The builds of a batch, by number, sorted by what became of them.
struct BatchEnds {
  private(set) var succeeded: [Int] = []
  private(set) var failed: [Int] = []
  /// They failed, but have `ignore-failure`.
  private(set) var ignored: [Int] = []
  private(set) var stopped: [Int] = []
  private(set) var skipped: [Int] = []
  /// They had succeeded before the batch began.
  private(set) var done: [Int] = []

  init(_ result: BatchResult, builds: [PlannedBuild]) {
    for (build, outcome) in result.outcomes.enumerated() {
      switch outcome {
      case .skipped(.leftOut(.done)): done.append(build)
      case .skipped: skipped.append(build)
      case .built(let end):
        let isIgnored = builds.indices.contains(build) && builds[build].ignoresFailure
        switch end.status {
        case .succeeded: succeeded.append(build)
        case .stopped: stopped.append(build)
        case .failed, .fault, .timedOut:
          if isIgnored { ignored.append(build) } else { failed.append(build) }
        }
      }
    }
  }
}

import BuildExecution
import BuildPlanning

/// What has become of the builds so far.
struct BatchState {
  private let plan: BatchPlan
  private let startedAt: Timestamp
  /// By the number of the build.
  var outcomes: [BatchResult.Outcome?]

  init(_ plan: BatchPlan, at time: Timestamp) {
    self.plan = plan
    startedAt = time
    outcomes = Array(repeating: nil, count: plan.builds.count)
  }

  /// The end of the last build that `build` waits for.
  func readyAt(_ build: Int) -> Timestamp {
    plan.runningParents(of: build).compactMap { parent in
      guard case .built(let result) = outcomes[parent] else { return nil }
      return result.finishedAt
    }.max() ?? startedAt
  }

  /// Whether the batch fails for it.
  func hasFailed(_ build: Int) -> Bool {
    guard case .built(let result) = outcomes[build] else { return false }
    return result.status != .succeeded && !plan.builds[build].ignoresFailure
  }
}

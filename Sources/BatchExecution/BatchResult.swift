package import BuildExecution

/// The end of a batch.
package struct BatchResult: Sendable {
  /// What became of one build.
  package enum Outcome: Sendable {
    case built(BatchBuildResult)
    case skipped(SkipReason)
  }

  package var status: BuildStatus
  /// By the number of the build.
  package var outcomes: [Outcome]
  /// Why the batch did not come to its own end.
  package var stopReason: StopReason?
  package var startedAt: Timestamp
  package var finishedAt: Timestamp
  /// Numbers of the builds that kept each other waiting the longest, in the order they ran.
  package var criticalPath: [Int]
  /// Microseconds that the critical path took in builds: no number of slots makes the batch faster.
  package var criticalTime: Int64
  /// Microseconds in which the builds of the critical path waited for a slot.
  package var waitingTime: Int64

  package init(
    status: BuildStatus, outcomes: [Outcome], stopReason: StopReason? = nil, startedAt: Timestamp,
    finishedAt: Timestamp, criticalPath: [Int] = [], criticalTime: Int64 = 0,
    waitingTime: Int64 = 0
  ) {
    self.status = status
    self.outcomes = outcomes
    self.stopReason = stopReason
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    self.criticalPath = criticalPath
    self.criticalTime = criticalTime
    self.waitingTime = waitingTime
  }

  package var microseconds: Int64 { finishedAt.since(startedAt) }
}

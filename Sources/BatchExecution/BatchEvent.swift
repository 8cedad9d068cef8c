package import BuildExecution
package import BuildPlanning

/// One step of a batch. All that is shown, stored or sent is made from the stream of these alone. Builds
/// are named by their number in the plan.
package enum BatchEvent: Sendable {
  case batchStarted(BatchStart)
  case notice(PlanNotice)
  /// A build will not be started.
  case buildSkipped(Int, SkipReason)
  /// A build was given a slot.
  case buildStarted(Int, BatchBuildStart)
  /// A build told this; no secret of it is in it.
  case build(Int, RunEvent)
  /// The slot is free again.
  case buildFinished(Int, BatchBuildResult)
  case batchFinished(BatchResult)
}

package import BatchExecution
package import BuildExecution
package import BuildPlanning

/// Takes the events of a batch beside its report, and may have something to say of itself.
package protocol BatchFollower {
  /// - Returns: what the user should know, such as that nothing more can be written; each thing once.
  mutating func receive(_ event: BatchEvent, at time: Timestamp) -> PlanNotice?

  /// Hands on what it has gathered, since no event may follow.
  mutating func flush()
}

package import BuildPlanning

/// The begin of a batch.
package struct BatchStart: Sendable {
  /// Name of the record of the batch, or of none: `local:` and a UUID.
  package var identifier: String
  package var plan: BatchPlan
  /// Builds that run at once, at most.
  package var jobs: Int

  package init(identifier: String, plan: BatchPlan, jobs: Int) {
    self.identifier = identifier
    self.plan = plan
    self.jobs = jobs
  }
}

/// The end of a phase.
package struct PhaseResult: Sendable {
  package var phase: BuildPhase
  package var status: BuildStatus
  /// `nil` unless the phase failed.
  package var context: PhaseContext?
  package var startedAt: Timestamp
  package var finishedAt: Timestamp

  package init(
    phase: BuildPhase, status: BuildStatus, context: PhaseContext? = nil, startedAt: Timestamp,
    finishedAt: Timestamp
  ) {
    self.phase = phase
    self.status = status
    self.context = context
    self.startedAt = startedAt
    self.finishedAt = finishedAt
  }

  package var microseconds: Int64 { finishedAt.since(startedAt) }
}

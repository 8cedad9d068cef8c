package import BuildPlanning

/// The end of a command.
package struct CommandResult: Sendable {
  package var command: PlannedCommand
  package var phase: BuildPhase
  package var outcome: ItemOutcome
  /// Whether the build was ended while the command ran; the outcome then says how.
  package var wasStopped: Bool
  package var startedAt: Timestamp
  package var finishedAt: Timestamp

  package init(
    command: PlannedCommand, phase: BuildPhase, outcome: ItemOutcome, wasStopped: Bool,
    startedAt: Timestamp, finishedAt: Timestamp
  ) {
    self.command = command
    self.phase = phase
    self.outcome = outcome
    self.wasStopped = wasStopped
    self.startedAt = startedAt
    self.finishedAt = finishedAt
  }
}

package import BuildPlanning

/// The end of a command.
package struct CommandResult: Sendable {
  package var command: PlannedCommand
  package var phase: BuildPhase
  package var outcome: ItemOutcome
  package var startedAt: Timestamp
  package var finishedAt: Timestamp

  package init(
    command: PlannedCommand, phase: BuildPhase, outcome: ItemOutcome, startedAt: Timestamp,
    finishedAt: Timestamp
  ) {
    self.command = command
    self.phase = phase
    self.outcome = outcome
    self.startedAt = startedAt
    self.finishedAt = finishedAt
  }
}

/// The end of a build.
package struct BuildResult: Sendable {
  package var status: BuildStatus
  /// In the order they ran.
  package var phases: [PhaseResult]
  /// The first command that failed the build.
  package var failedCommand: CommandResult?
  /// Values of `exported-variables` at the end of POST_BUILD; a name that is not set is left out.
  package var exportedVariables: [String: String]
  /// Why the build did not come to its own end.
  package var stopReason: StopReason?
  package var startedAt: Timestamp
  package var finishedAt: Timestamp

  package init(
    status: BuildStatus, phases: [PhaseResult], failedCommand: CommandResult? = nil,
    exportedVariables: [String: String] = [:], stopReason: StopReason? = nil,
    startedAt: Timestamp, finishedAt: Timestamp
  ) {
    self.status = status
    self.phases = phases
    self.failedCommand = failedCommand
    self.exportedVariables = exportedVariables
    self.stopReason = stopReason
    self.startedAt = startedAt
    self.finishedAt = finishedAt
  }

  package var microseconds: Int64 { finishedAt.since(startedAt) }
}

package import BuildspecModel

/// One of the four phases, also when the file does not name it: all are entered and logged.
package struct PlannedPhase: Codable, Hashable, Sendable {
  package var name: PhaseName
  /// Place of the phase's key; `nil` when the file does not have it.
  package var place: PlanPlace?
  /// The option that leaves this phase out, such as `--skip build`; `nil` when it runs.
  package var skippedBy: String?
  /// The user of the commands; `nil` for the usual one.
  package var runAs: String?
  package var commands: [PlannedCommand]
  package var finally: [PlannedCommand]
  package var onFailure: FailurePolicy
  /// With `on-failure: RETRY`; the policy is then `standard`, for the last run of the build.
  package var retry: PlannedRetry?

  package init(
    name: PhaseName, place: PlanPlace? = nil, skippedBy: String? = nil,
    commands: [PlannedCommand] = [], finally: [PlannedCommand] = [],
    onFailure: FailurePolicy = .standard, retry: PlannedRetry? = nil
  ) {
    self.name = name
    self.place = place
    self.skippedBy = skippedBy
    self.commands = commands
    self.finally = finally
    self.onFailure = onFailure
    self.retry = retry
  }
}

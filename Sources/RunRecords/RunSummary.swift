import BuildExecution
import BuildPlanning

/// What `run.json` tells of a run. It grows with the events.
struct RunSummary: Sendable {
  let id: RunID
  let tool: RunTool
  let startedAt: Timestamp
  var subject: RunSubject
  var status = RunStatus.inProgress
  var build: String?
  var finishedAt: Timestamp?
  /// Of the tool; `nil` until the end.
  var exitStatus: Int32?
  /// Why the tool itself could not go on.
  var reason: String?
  /// Of the last run of the build, when it began again.
  var phases: [PhaseResult] = []
  var failedCommand: CommandResult?
  /// Names alone.
  var exportedVariables: [String] = []
  var artifacts: [ArtifactResult] = []
  var reports: [ReportResult] = []
  /// Bytes that commands wrote, and bytes of them in the record.
  var output = (written: 0, recorded: 0)
  /// Why the record is not complete.
  var problem: String?

  init(id: RunID, tool: RunTool, subject: RunSubject, startedAt: Timestamp) {
    self.id = id
    self.tool = tool
    self.subject = subject
    self.startedAt = startedAt
  }

  mutating func receive(_ event: RunEvent) {
    switch event {
    case .buildStarted(let start):
      build = start.identifier
      // Masked by then with all secrets, also those that were fetched.
      subject = RunSubject(start.plan, mask: SecretMask([]))
    case .phaseStarted(.downloadSource): phases = []
    case .phaseFinished(let result): phases.append(result)
    case .artifactReady(let result): artifacts.append(result)
    case .reportReady(let result): reports.append(result)
    case .buildFinished(let result):
      status = .ended(result.status)
      finishedAt = result.finishedAt
      failedCommand = result.failedCommand
      exportedVariables = result.exportedVariables.keys.sorted()
    default: break
    }
  }
}

import BuildExecution
import BuildPlanning
import BuildspecModel

/// Makes events of what `RunWire` has written about them, as far as reports of a run need it.
struct EventReader {
  /// What is not told with each event, since an earlier one has told it.
  private var command: PlannedCommand?
  private var phases: [PhaseResult] = []

  /// - Returns: `nil` for an event that a later version of this tool has written.
  mutating func event(
    _ line: RecordedObject, at time: Timestamp
  ) throws(RecordDamage) -> RunEvent? {
    switch try line.text("event") {
    case "buildStarted":
      let plan = try RecordedPlan.plan(line.object("plan"))
      return .buildStarted(BuildStart(identifier: try line.text("build"), plan: plan))
    case "sourceReady":
      let count = line.optionalNumber("copiedFiles")
      return .sourceReady(SourceReady(folder: try line.text("folder"), copiedFiles: count))
    case "phaseStarted": return try phaseStarted(line)
    case "phaseSkipped":
      return .phaseSkipped(try Self.phase(line), option: try line.text("option"))
    case "commandStarted":
      let command = try RecordedPlan.command(line)
      self.command = command
      return .commandStarted(command, phase: try Self.phase(line))
    case "commandFinished": return .commandFinished(try result(line, command?.text, at: time))
    case "phaseFinished": return try phaseFinished(line, at: time)
    case "notice": return .notice(try RecordedPlan.notice(line))
    case "buildFinished": return try buildFinished(line, at: time)
    default: return try RecordedSteps.event(line)
    }
  }

  private mutating func phaseStarted(_ line: RecordedObject) throws(RecordDamage) -> RunEvent {
    let phase = try Self.phase(line)
    // The build begins, perhaps once more.
    if phase == .downloadSource { phases = [] }
    return .phaseStarted(phase)
  }

  private mutating func phaseFinished(
    _ line: RecordedObject, at time: Timestamp
  ) throws(RecordDamage) -> RunEvent {
    var context: PhaseContext?
    if let code = line.optionalText("code") {
      context = PhaseContext(code: code, message: try line.text("message"))
    }
    let result = PhaseResult(
      phase: try Self.phase(line), status: try Self.status(line), context: context,
      startedAt: try Self.start(line, time), finishedAt: time)
    phases.append(result)
    return .phaseFinished(result)
  }

  private func buildFinished(
    _ line: RecordedObject, at time: Timestamp
  ) throws(RecordDamage) -> RunEvent {
    var failed: CommandResult?
    if let command = line.optionalObject("failedCommand") {
      failed = try result(command, command.text("text"), at: time)
    }
    return .buildFinished(
      BuildResult(
        status: try Self.status(line), phases: phases, failedCommand: failed,
        exportedVariables: try line.object("exportedVariables").texts,
        startedAt: try Self.start(line, time), finishedAt: time))
  }

  private func result(
    _ line: RecordedObject, _ text: String?, at time: Timestamp
  ) throws(RecordDamage) -> CommandResult {
    var command = try RecordedPlan.command(line)
    command.text = text ?? ""
    return CommandResult(
      command: command, phase: try Self.phase(line),
      outcome: line.optionalNumber("exitStatus").map { .exited(Int32(truncatingIfNeeded: $0)) }
        ?? .shellLost,
      wasStopped: try line.flag("stopped"), startedAt: try Self.start(line, time),
      finishedAt: time)
  }

  private static func phase(_ line: RecordedObject) throws(RecordDamage) -> BuildPhase {
    guard let phase = BuildPhase(rawValue: try line.text("phase")) else {
      throw RecordDamage(missing: "phase")
    }
    return phase
  }

  private static func status(_ line: RecordedObject) throws(RecordDamage) -> BuildStatus {
    guard let status = BuildStatus(rawValue: try line.text("status")) else {
      throw RecordDamage(missing: "status")
    }
    return status
  }

  private static func start(
    _ line: RecordedObject, _ end: Timestamp
  ) throws(RecordDamage) -> Timestamp {
    let (start, overflow) = end.microseconds.subtractingReportingOverflow(
      Int64(try line.number("microseconds")))
    guard !overflow else { throw RecordDamage(missing: "microseconds") }
    return Timestamp(microseconds: start)
  }
}

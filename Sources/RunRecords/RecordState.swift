import BuildExecution
import BuildPlanning
import Reporting
import SystemPackage

/// The files of a record and what is to be written to them.
///
/// `events.jsonl` has a line for each event, as `run --log json` prints it, but for output: its bytes
/// stand in `build.log`, and the line tells where. So every log can be told again to the byte, and
/// output is kept once.
struct RecordState {
  private var summary: RunSummary
  private let logFile: RecordFile
  private let events: RecordFile
  private var log: RunCodeBuildLog
  private var budget: OutputBudget
  private let startedAt: Timestamp
  private var hasToldProblem = false

  init(summary: RunSummary, log: RecordFile, events: RecordFile, limit: Int) {
    self.summary = summary
    self.logFile = log
    self.events = events
    self.log = RunCodeBuildLog(output: RunOutput(terminal: RecordTerminal(file: log), onClosed: {}))
    self.budget = OutputBudget(limit: limit)
    self.startedAt = summary.startedAt
    let header: RunWire.Fields = [
      ("log", .string(RunFolder.logName.string)), ("run", .string(summary.id.description)),
      ("tool", .string(summary.tool.version)),
    ]
    add(JSONValue.object(RunWire.head(RunFolder.header, startedAt) + header).bytes())
    flush()
  }

  /// - Returns: the notice that nothing more is recorded, once.
  mutating func receive(_ event: RunEvent, at time: Timestamp) -> PlanNotice? {
    if case .output(let bytes) = event {
      receive(bytes, at: time)
    } else {
      summary.receive(event)
      guard problem == nil else { return problemToTell() }
      endOutput()
      log.receive(event, at: time)
      add(RunWire.line(of: event, at: time))
    }
    switch event {
    // A command that brings this machine down is known then.
    case .commandStarted, .buildFinished: flush()
    default: break
    }
    return problemToTell()
  }

  mutating func flush() {
    log.flush()
    logFile.flush()
    // An event must not tell of output that is not there.
    if logFile.problem == nil { events.flush() }
  }

  mutating func finish(
    _ exitStatus: Int32, _ reason: String?, at time: Timestamp
  ) -> (RunSummary, PlanNotice?) {
    endOutput()
    flush()
    logFile.close()
    if logFile.problem == nil { events.close() }
    summary.exitStatus = exitStatus
    summary.reason = reason
    summary.finishedAt = summary.finishedAt ?? time
    if reason != nil || summary.status == .inProgress { summary.status = .ended(.fault) }
    summary.problem = problem
    return (summary, problemToTell())
  }

  static func notice(_ problem: String) -> PlanNotice {
    PlanNotice(key: "record", message: "the record of this run is cut off: \(problem)", place: nil)
  }

  private var problem: String? { logFile.problem ?? events.problem }

  private mutating func problemToTell() -> PlanNotice? {
    guard !hasToldProblem, let problem else { return nil }
    hasToldProblem = true
    return Self.notice(problem)
  }

  private func add(_ line: [UInt8]) {
    events.append(line[...])
    events.append([UInt8(ascii: "\n")])
  }

  // MARK: Output

  private mutating func receive(_ bytes: ArraySlice<UInt8>, at time: Timestamp) {
    summary.output.written += bytes.count
    guard problem == nil else { return }
    // The longest that a line can be is near enough.
    guard budget.take(bytes, cost: Self.lineCost, at: time) else { return }
    record(bytes, at: time)
  }

  private static let lineCost = 120
  /// Bytes.
  private static let largePart = 16 * 1024

  private mutating func record(_ bytes: ArraySlice<UInt8>, at time: Timestamp) {
    log.receive(.output(bytes), at: time)
    guard logFile.problem == nil else { return }
    summary.output.recorded += bytes.count
    let place: RunWire.Fields = [
      ("start", .number(logFile.count - bytes.count)), ("bytes", .number(bytes.count)),
    ]
    add(JSONValue.object(RunWire.head("output", time) + place).bytes())
    // Large parts are in the log by now, and what tells of them should not lag behind.
    if bytes.count >= Self.largePart { flush() }
  }

  /// Adds the end of what a command wrote past the limit.
  private mutating func endOutput() {
    guard let (omitted, bytes, time) = budget.takeTail() else { return }
    if omitted > 0 {
      log.flush()
      logFile.append(Array("\n[buildspec: \(omitted) bytes of output left out]\n".utf8)[...])
      let message = "\(omitted) bytes of output are left out here, see --record-limit"
      let notice = PlanNotice(key: "record", message: message, place: nil)
      add(RunWire.line(of: .notice(notice), at: time))
    }
    if !bytes.isEmpty { record(bytes, at: time) }
  }
}

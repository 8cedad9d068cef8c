import BatchExecution
import BuildExecution
import BuildPlanning
import Reporting

/// The lines of a batch's record.
enum BatchLine {
  static let started = "batchStarted"
  static let built = "buildFinished"
  static let finished = "batchFinished"

  /// `nil` for an event that the record leaves out: the records of the builds tell theirs.
  static func line(of event: BatchEvent, _ plan: BatchPlan, at time: Timestamp) -> [UInt8]? {
    switch event {
    case .batchStarted(let start): line(self.started, members(start), time)
    case .buildFinished(let build, let result):
      line(self.built, members(plan.builds[build], result), time)
    case .batchFinished(let result):
      line(self.finished, [("status", .string(result.status.rawValue))], time)
    case .notice, .buildSkipped, .buildStarted, .build: nil
    }
  }

  private typealias Members = [(key: String, value: JSONValue)]

  private static func line(_ event: String, _ members: Members, _ time: Timestamp) -> [UInt8] {
    let begin: Members = [("event", .string(event)), ("time", .string(RunTime.iso(time)))]
    return JSONValue.object(begin + members).bytes() + "\n".utf8
  }

  private static func members(_ start: BatchStart) -> Members {
    [
      ("schemaVersion", .number(BatchRecorder.schemaVersion)),
      ("buildspec", .string(start.plan.buildspecPath)), ("kind", .string(start.plan.kind.rawValue)),
      ("jobs", .number(start.jobs)),
      ("builds", .array(start.plan.builds.map(build))),
    ]
  }

  /// Builds that an earlier run has done count as done in this one.
  private static func build(_ build: PlannedBuild) -> JSONValue {
    var members: Members = [("identifier", .string(build.identifier))]
    if case .done(let batch) = build.leftOut { members.append(("done", .string(batch))) }
    return .object(members)
  }

  private static func members(_ build: PlannedBuild, _ result: BatchBuildResult) -> Members {
    [
      ("identifier", .string(build.identifier)), ("status", .string(result.status.rawValue)),
      ("microseconds", .number(Int(result.microseconds))), ("run", .optional(result.start.run)),
    ]
  }
}

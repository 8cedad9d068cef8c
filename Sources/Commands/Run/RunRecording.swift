import BuildExecution
import BuildPlanning
import RunRecords

/// The record of one run, or why there is none.
struct RunRecording {
  private let recorder: RunRecorder?
  private let notice: PlanNotice?
  private let host: Host
  /// What earlier runs have left is put in order while this one goes on.
  private let tidying: Task<Void, Never>?

  /// Makes the record. Whatever goes wrong with it never stops the run.
  /// - Parameters:
  ///   - limit: bytes of output; `nil` records nothing.
  ///   - runs: where the record goes; `nil` records nothing.
  init(_ subject: RunSubject, in runs: RunsFolder?, limit: Int?, host: Host) {
    self.host = host
    guard let limit, let runs else {
      (recorder, notice, tidying) = (nil, nil, nil)
      return
    }
    do {
      let tool = RunTool(version: Version.current, process: host.processes.own())
      recorder = try RunRecorder(in: runs, subject: subject, tool: tool, limit: limit, host: host)
      notice = nil
      tidying = Task { runs.tidy() }
    } catch {
      (recorder, tidying) = (nil, nil)
      notice = PlanNotice(
        key: "record", message: "this run is not recorded: \(error)", place: nil)
    }
  }

  /// Name of the record; `nil` when there is none.
  var id: String? { recorder?.id.description }

  /// Shows and records the events of the run.
  /// - Parameter report: `nil` shows nothing.
  func stream(to report: sending (any RunEventSink)?) -> EventStream {
    EventStream(
      clock: host.clock, sink: RecordingSink(report: report, recorder: recorder, notice: notice))
  }

  /// Completes the record.
  /// - Parameter reason: why the tool itself could not go on, without secrets.
  func finish(exitStatus: Int32, reason: String? = nil) async {
    if let notice = recorder?.finish(exitStatus: exitStatus, reason: reason) {
      StandardStreams.writeError("buildspec: notice: \(notice.key): \(notice.message)\n")
    }
    await tidying?.value
  }
}

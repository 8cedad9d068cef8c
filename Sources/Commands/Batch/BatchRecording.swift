import BatchExecution
import BuildExecution
import BuildPlanning
import Reporting
import RunRecords
import SystemPackage

/// The record of one batch, or why there is none.
struct BatchRecording {
  private let batches: RunsFolder
  private let recorder: BatchRecorder?
  /// What earlier batches have left is put in order while this one goes on.
  private let tidying: Task<Void, Never>?

  /// Makes the record. Whatever goes wrong with it never stops the batch.
  /// - Parameters:
  ///   - project: the source folder.
  ///   - limit: bytes of output in the record of a build; `nil` records nothing.
  init(in project: FilePath, limit: Int?, host: Host) {
    let batches = RunsFolder.batches(of: project, host: host)
    self.batches = batches
    guard limit != nil else {
      (recorder, tidying) = (nil, nil)
      return
    }
    do {
      recorder = try BatchRecorder(in: batches, host: host)
      tidying = Task(priority: .background) { batches.tidy() }
    } catch {
      (recorder, tidying) = (nil, nil)
      StandardStreams.writeError(
        "buildspec: notice: record: this batch is not recorded: \(error)\n")
    }
  }

  /// Name of the batch; `nil` when it is not recorded.
  var id: String? { recorder?.id.description }

  /// Where the records of its builds go.
  var runs: RunsFolder? { recorder?.runs }

  /// Microseconds that builds took earlier, by identifier; none where they cannot be read.
  func durations(of plan: BatchPlan) -> [String: Int64] {
    (try? BatchHistory(batches, buildspec: plan.buildspecPath))?.durations(of: plan) ?? [:]
  }

  /// Takes the events; `nil` when nothing is recorded.
  var follower: (any BatchFollower)? { recorder }

  /// Waits until what earlier batches have left is in order.
  func finish() async { await tidying?.value }
}

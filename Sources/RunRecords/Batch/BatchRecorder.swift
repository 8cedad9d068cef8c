package import BatchExecution
package import BuildExecution
package import BuildPlanning
import Reporting
import Synchronization
import SystemPackage

/// Writes the record of one batch while it goes on: a line at the begin, one at the end of each build, one at
/// the end. What cannot be written ends the record, never the batch.
package final class BatchRecorder: BatchFollower, Sendable {
  static let schemaVersion = 1
  static let document: FilePath.Component = "batch.jsonl"

  private let folder: RunFolder
  private let file: RecordFile
  private let plan: Mutex<BatchPlan?>
  private let hasToldProblem = Atomic(false)
  /// Where the records of its builds go.
  package let runs: RunsFolder

  /// Makes the record of a batch that begins now.
  /// - Throws: `FileProblem`.
  package init(in batches: RunsFolder, host: Host) throws {
    folder = try batches.create(at: host.clock.now())
    do {
      file = try RecordFile(folder.document, files: host.files)
    } catch {
      try? folder.remove()
      throw error
    }
    plan = Mutex(nil)
    runs = RunsFolder(of: folder, host: host)
  }

  package var id: RunID { folder.id }

  package func receive(_ event: BatchEvent, at time: Timestamp) -> PlanNotice? {
    if case .batchStarted(let start) = event { plan.withLock { $0 = start.plan } }
    guard let plan = plan.withLock({ $0 }), let line = BatchLine.line(of: event, plan, at: time)
    else { return nil }
    file.append(line[...])
    // A batch that is killed has told what it had done.
    file.flush()
    guard let problem = file.problem, !hasToldProblem.exchange(true, ordering: .relaxed) else {
      return nil
    }
    return PlanNotice(key: "record", message: problem, place: nil)
  }

  /// Gives the record free for others.
  package func flush() {
    file.close()
    folder.close()
  }
}

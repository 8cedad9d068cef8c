package import BuildExecution
package import BuildPlanning
import Reporting
import Synchronization

/// Writes the record of one run while it goes on. What cannot be written ends the record, never the run.
package final class RunRecorder: Sendable {
  /// Milliseconds after which what was told is in the files at the latest.
  private static let interval = 200

  private let folder: RunFolder
  private let state: Mutex<RecordState>
  private let clock: any WallClock
  private let ticker = Mutex<Task<Void, Never>?>(nil)

  /// Makes the record of a run that begins now.
  /// - Parameter limit: bytes of output that the record takes.
  /// - Throws: `FileProblem`.
  package init(
    in runs: RunsFolder, subject: RunSubject, tool: RunTool, limit: Int, host: Host
  ) throws {
    let now = host.clock.now()
    folder = try runs.create(at: now)
    clock = host.clock
    do {
      let summary = RunSummary(id: folder.id, tool: tool, subject: subject, startedAt: now)
      try folder.write(summary)
      try folder.reserve()
      let log = try RecordFile(folder.log, files: host.files)
      let events = try RecordFile(folder.events, files: host.files)
      state = Mutex(RecordState(summary: summary, log: log, events: events, limit: limit))
    } catch {
      try? folder.remove()
      throw error
    }
    startTicking()
  }

  deinit {
    ticker.withLock { $0?.cancel() }
  }

  package var id: RunID { folder.id }

  /// - Returns: the notice that the record has ended, once.
  package func receive(_ event: RunEvent, at time: Timestamp) -> PlanNotice? {
    state.withLock { $0.receive(event, at: time) }
  }

  /// Completes the record and gives the run free for others.
  /// - Parameter reason: why the tool itself could not go on, without secrets.
  /// - Returns: the notice that the record is not complete, unless it was given before.
  package func finish(exitStatus: Int32, reason: String? = nil) -> PlanNotice? {
    ticker.withLock { $0?.cancel() }
    let now = clock.now()
    var (summary, notice) = state.withLock { $0.finish(exitStatus, reason, at: now) }
    // Makes room for the last word where the disk is full.
    folder.giveUpReserve()
    do {
      try folder.write(summary)
    } catch {
      summary.problem = summary.problem ?? "\(error)"
      notice = notice ?? RecordState.notice("\(error)")
    }
    folder.close()
    return notice
  }

  private func startTicking() {
    let clock = clock
    let task = Task { [weak self] in
      while !Task.isCancelled {
        do { try await clock.sleep(milliseconds: Self.interval) } catch { return }
        self?.flush()
      }
    }
    ticker.withLock { $0 = task }
  }

  private func flush() { state.withLock { $0.flush() } }
}

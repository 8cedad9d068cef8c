package import BatchExecution
package import BuildExecution
import Synchronization

/// A batch for a person at a terminal: the builds that run, redrawn in place, below those that have ended.
///
/// The cursor is hidden while builds run. It is given back by `batchFinished`, by `flush`, and when nobody
/// holds the report any more; what follows a `flush` is shown below.
package final class BatchTree: BatchEventSink, Sendable {
  /// Milliseconds between two pictures, at least.
  static let interval = 100

  private let state: Mutex<TreeState>
  private let clock: any WallClock
  private let ticker = Mutex<Task<Void, Never>?>(nil)

  /// - Parameters:
  ///   - terminal: tells the room there is, also when it changes.
  ///   - isVerbose: whether the phases of builds and every notice are told, and all builds at the end.
  package init(
    output: RunOutput, terminal: any Terminal, clock: any WallClock, style: Style, isVerbose: Bool
  ) {
    self.clock = clock
    state = Mutex(
      TreeState(output: output, terminal: terminal, style: style, isVerbose: isVerbose))
  }

  deinit { flush() }

  package func receive(_ event: BatchEvent, at time: Timestamp) {
    state.withLock { $0.receive(event, at: time) }
    switch event {
    case .batchStarted: startTicking()
    case .batchFinished: stopTicking()
    default: break
    }
  }

  package func flush() {
    stopTicking()
    state.withLock { $0.flush() }
  }

  private func startTicking() {
    let clock = clock
    let task = Task { [weak self] in
      while !Task.isCancelled {
        do { try await clock.sleep(milliseconds: Self.interval) } catch { return }
        guard let self else { return }
        self.state.withLock { $0.tick(at: clock.now()) }
      }
    }
    ticker.withLock { ticker in
      ticker?.cancel()
      ticker = task
    }
  }

  private func stopTicking() { ticker.withLock { $0?.cancel() } }
}

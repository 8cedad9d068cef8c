package import BuildExecution
import Synchronization

/// Brings the events of a batch and of all its builds, which come from different threads, to one sink in one
/// order.
package final class BatchStream: Sendable {
  private struct State {
    /// `nil` after the end of the batch.
    var sink: (any BatchEventSink)?
  }

  private let clock: any WallClock
  private let state: Mutex<State>

  package init(clock: any WallClock, sink: sending any BatchEventSink) {
    self.clock = clock
    self.state = Mutex(State(sink: sink))
  }

  package func send(_ event: BatchEvent) { send(event, at: clock.now()) }

  /// The sink of one build, for its own stream, which masks.
  package func sink(of build: Int) -> any RunEventSink { BuildSink(build: build, stream: self) }

  private func send(_ event: BatchEvent, at time: Timestamp) {
    state.withLock { state in
      state.sink?.receive(event, at: time)
      guard case .batchFinished = event else { return }
      state.sink?.flush()
      state.sink = nil
    }
  }

  private struct BuildSink: RunEventSink {
    let build: Int
    let stream: BatchStream

    func receive(_ event: RunEvent, at time: Timestamp) {
      stream.send(.build(build, event), at: time)
    }
  }
}

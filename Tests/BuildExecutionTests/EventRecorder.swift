import BuildExecution
import Synchronization

/// Keeps the events of a build.
final class EventRecorder: Sendable {
  private let recorded = Mutex<[(event: RunEvent, time: Timestamp)]>([])

  var all: [(event: RunEvent, time: Timestamp)] { recorded.withLock { $0 } }

  func sink() -> Sink { Sink(recorder: self) }

  struct Sink: RunEventSink {
    let recorder: EventRecorder

    mutating func receive(_ event: RunEvent, at time: Timestamp) {
      recorder.recorded.withLock { $0.append((event, time)) }
    }
  }
}

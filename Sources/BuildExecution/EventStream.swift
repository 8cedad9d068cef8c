import Synchronization

/// Brings the events of the build and the bytes of its processes, which come from different
/// threads, to one sink in one order.
package final class EventStream: Sendable {
  private let clock: any WallClock
  /// `nil` after the end of the build: a daemon may still write, but nobody waits for it.
  private let sink: Mutex<(any RunEventSink)?>

  package init(clock: any WallClock, sink: sending any RunEventSink) {
    self.clock = clock
    self.sink = Mutex(sink)
  }

  package func send(_ event: RunEvent) {
    let time = clock.now()
    sink.withLock { sink in
      sink?.receive(event, at: time)
      if case .buildFinished = event { sink = nil }
    }
  }
}

import Synchronization

/// Brings the events of the build and the bytes of its processes, which come from different
/// threads, to one sink in one order. No secret that was told to `hide` passes, in no event.
package final class EventStream: Sendable {
  private struct State {
    /// `nil` after the end of the build: a daemon may still write, but nobody waits for it.
    var sink: (any RunEventSink)?
    var masker: EventMasker?
    /// Of the last command that was started; `nil` when nobody will ask.
    var tail: OutputTail?
  }

  /// Bytes of a command's output that `tail` gives.
  static let tailLimit = 16 * 1024

  private let clock: any WallClock
  private let state: Mutex<State>

  package init(clock: any WallClock, sink: sending any RunEventSink) {
    self.clock = clock
    self.state = Mutex(State(sink: sink))
  }

  package func send(_ event: RunEvent) {
    let time = clock.now()
    state.withLock { state in
      guard state.sink != nil else { return }
      switch event {
      case .commandStarted: state.tail?.clear()
      case .output(let bytes): state.tail?.add(bytes)
      default: break
      }
      if state.masker == nil {
        state.sink?.receive(event, at: time)
      } else {
        state.masker?.pass(event) { state.sink?.receive($0, at: time) }
      }
      if case .buildFinished = event { state.sink = nil }
    }
  }

  /// Masks these secrets, instead of those before, in all that follows.
  package func hide(_ mask: SecretMask) {
    state.withLock { $0.masker = mask.isEmpty ? nil : EventMasker(mask) }
  }

  /// Keeps the end of what each command writes, for `tail`.
  func keepTail() {
    state.withLock { $0.tail = $0.tail ?? OutputTail(limit: Self.tailLimit) }
  }

  /// The end of what the last command wrote. Not masked.
  var tail: String { state.withLock { $0.tail?.text ?? "" } }

  /// A text that goes past the events, such as an error.
  package func masked(_ text: String) -> String {
    state.withLock { $0.masker?.mask.masked(text) ?? text }
  }
}

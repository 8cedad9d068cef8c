import Synchronization

/// Ends a build from outside: a signal handler or a timer asks, the build's shell is told at once.
/// The first request ends the processes of the build, a second one kills them.
package final class StopControl: Sendable {
  private struct State {
    var reason: StopReason?
    var isForced = false
    var handler: (@Sendable (_ force: Bool) -> Void)?
  }

  private let state = Mutex(State())

  package init() {}

  /// The first reason given; `nil` while the build may go on.
  package var reason: StopReason? { state.withLock { $0.reason } }

  package func request(_ reason: StopReason) {
    let (handler, force) = state.withLock { state in
      if state.reason != nil { state.isForced = true }
      state.reason = state.reason ?? reason
      return (state.handler, state.isForced)
    }
    handler?(force)
  }

  /// Sets who is told; told at once when the request came before.
  package func setHandler(_ handler: (@Sendable (_ force: Bool) -> Void)?) {
    let (reason, force) = state.withLock { state in
      state.handler = handler
      return (state.reason, state.isForced)
    }
    if reason != nil { handler?(force) }
  }
}

import BuildExecution
import Synchronization

/// Passes the request to end a batch on to all its builds that run.
final class BatchStop: Sendable {
  private struct State {
    var controls: [Int: StopControl] = [:]
    /// Why each build that begins has to end at once.
    var reason: StopReason?
  }

  private let state = Mutex(State())

  /// - Parameter whole: ends the whole batch.
  init(_ whole: StopControl) {
    whole.setHandler { [weak self] _ in
      guard let reason = whole.reason else { return }
      self?.request(reason)
    }
  }

  /// Ends all builds; asked once more, by force.
  func request(_ reason: StopReason) {
    let controls = state.withLock { state in
      state.reason = state.reason ?? reason
      return Array(state.controls.values)
    }
    for control in controls { control.request(reason) }
  }

  func control(of build: Int) -> StopControl {
    let control = StopControl()
    let reason = state.withLock { state in
      state.controls[build] = control
      return state.reason
    }
    if let reason { control.request(reason) }
    return control
  }

  func forget(_ build: Int) { _ = state.withLock { $0.controls.removeValue(forKey: build) } }
}

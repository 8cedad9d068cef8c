import Synchronization

/// What must end when a build is broken off, as long as it runs.
final class StopTargets: Sendable {
  private struct State {
    var targets: [Int: @Sendable () -> Void] = [:]
    var last = 0
  }

  private let stop: StopControl
  private let state = Mutex(State())

  /// Is told of stops from now on.
  init(_ stop: StopControl) {
    self.stop = stop
    stop.setHandler { _ in self.end() }
  }

  /// Has `end` called when the build is to end, at once when that was asked for before.
  /// - Returns: the number to remove it by.
  func add(_ end: @escaping @Sendable () -> Void) -> Int {
    let number = state.withLock { state in
      state.last += 1
      state.targets[state.last] = end
      return state.last
    }
    if stop.reason != nil { end() }
    return number
  }

  func remove(_ number: Int) { state.withLock { state in state.targets[number] = nil } }

  private func end() {
    for target in state.withLock({ Array($0.targets.values) }) { target() }
  }
}

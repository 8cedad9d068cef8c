import BatchExecution
import BuildExecution
import BuildPlanning
import Synchronization

/// Builds that end when the test says so.
final class FakeBuilder: BatchBuilder {
  private struct State {
    var waiting: [Int: CheckedContinuation<BatchBuildEnd, Never>] = [:]
    var mostAtOnce = 0
    var completed: [Int]?
  }

  private let state = Mutex(State())

  func run(
    _ build: Int, stop: StopControl, onStart: (String?) -> Void
  ) async -> BatchBuildEnd {
    onStart("run-\(build)")
    return await withCheckedContinuation { continuation in
      state.withLock { state in
        state.waiting[build] = continuation
        state.mostAtOnce = max(state.mostAtOnce, state.waiting.count)
      }
      stop.setHandler { [weak self] _ in self?.end(build, .stopped) }
    }
  }

  func complete(_ builds: [Int]) -> PlanNotice? {
    state.withLock { $0.completed = builds }
    return nil
  }

  /// Those that run now.
  var running: Set<Int> { state.withLock { Set($0.waiting.keys) } }
  var mostAtOnce: Int { state.withLock { $0.mostAtOnce } }
  /// What the batch completed with; `nil` when it did not succeed.
  var completed: [Int]? { state.withLock { $0.completed } }

  func end(_ build: Int, _ status: BuildStatus) {
    let continuation = state.withLock { $0.waiting.removeValue(forKey: build) }
    continuation?.resume(returning: BatchBuildEnd(status: status))
  }
}

import BuildExecution
import Synchronization

/// A clock that stands still until the test moves it.
final class ManualClock: WallClock {
  private let time = Mutex<Int64>(0)

  func now() -> Timestamp { Timestamp(microseconds: time.withLock { $0 }) }

  func set(_ microseconds: Int64) { time.withLock { $0 = microseconds } }

  /// Nothing here waits for a time.
  func sleep(milliseconds: Int) async throws { throw CancellationError() }
}

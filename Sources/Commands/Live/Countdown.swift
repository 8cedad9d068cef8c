import Synchronization

/// Tells the last one of several that end in any order.
final class Countdown: Sendable {
  private let remaining: Mutex<Int>

  init(_ count: Int) {
    remaining = Mutex(count)
  }

  /// Counts one down; true for the last one.
  func isLast() -> Bool {
    remaining.withLock {
      $0 -= 1
      return $0 == 0
    }
  }
}

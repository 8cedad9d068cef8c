/// Waits for processes that were asked to end.
enum SessionEnd {
  /// Time between the request to end and the kill, in milliseconds.
  static let grace = 2_000
  /// The longest pause between two looks. Most processes are gone after the first, which is short.
  private static let longestStep = 8

  /// Returns when none is alive any more, or after the grace.
  /// - Returns: whether none is alive.
  @discardableResult
  static func wait(clock: any WallClock, while isAlive: () -> Bool) async -> Bool {
    var (waited, step) = (0, 1)
    while isAlive() {
      guard waited < grace else { return false }
      try? await clock.sleep(milliseconds: step)
      waited += step
      step = min(step * 2, longestStep)
    }
    return true
  }
}

/// Waits for processes that were asked to end.
enum SessionEnd {
  /// Time between the request to end and the kill, in milliseconds.
  static let grace = 2_000
  private static let step = 5

  /// Returns when none is alive any more, or after the grace.
  static func wait(clock: any WallClock, while isAlive: () -> Bool) async {
    var waited = 0
    while waited < grace, isAlive() {
      try? await clock.sleep(milliseconds: step)
      waited += step
    }
  }
}

/// Time of day and waiting.
package protocol WallClock: Sendable {
  func now() -> Timestamp

  /// Returns after `milliseconds`; throws when the task is cancelled before.
  func sleep(milliseconds: Int) async throws
}

/// A program that was started in a session of its own.
package protocol RunningProcess: Sendable {
  /// Writes to its standard input. Does nothing when it has gone away.
  func write(_ bytes: [UInt8])

  func closeInput()

  /// Sends a signal to every process of its session.
  func signalSession(_ signal: Int32)

  /// Whether any process of its session is alive.
  func isSessionAlive() -> Bool
}

/// Processes that were started from one, and can be ended together.
package protocol ProcessSession: Sendable {
  /// Sends a signal to every process of the session.
  func signalSession(_ signal: Int32)

  /// Whether any process of the session is alive.
  func isSessionAlive() -> Bool
}

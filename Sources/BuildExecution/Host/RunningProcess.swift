/// A program that was started in a session of its own.
package protocol RunningProcess: ProcessSession {
  /// Number of its session.
  var session: Int32 { get }

  /// Writes to its standard input. Does nothing when it has gone away.
  func write(_ bytes: [UInt8])

  func closeInput()
}

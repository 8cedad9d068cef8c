/// Standard output and standard error.
package protocol Terminal: Sendable {
  /// Whether `stream` is shown to a person.
  func isInteractive(_ stream: StandardStream) -> Bool

  /// Writes all of `bytes`.
  /// - Throws: `OutputClosed` when nobody reads any more, else the system's error.
  func write(_ bytes: ArraySlice<UInt8>, to stream: StandardStream) throws
}

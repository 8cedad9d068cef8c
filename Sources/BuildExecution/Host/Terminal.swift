/// Standard output and standard error.
package protocol Terminal: Sendable {
  /// Whether `stream` is shown to a person.
  func isInteractive(_ stream: StandardStream) -> Bool

  /// Room for standard output at this moment; `nil` when it is no terminal or does not tell.
  func size() -> TerminalSize?

  /// Writes all of `bytes`.
  /// - Throws: `OutputClosed` when nobody reads any more, else the system's error.
  func write(_ bytes: ArraySlice<UInt8>, to stream: StandardStream) throws
}

extension Terminal {
  package func size() -> TerminalSize? { nil }
}

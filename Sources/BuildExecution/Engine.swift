/// Where the commands of a build run. An engine keeps one shell process for the whole build and
/// feeds it one script after the other, so that a command costs no more than a child process.
package protocol Engine: Sendable {
  /// Starts the shell. `output` gets the bytes of all scripts and of what they left behind, one call
  /// at a time.
  func open(
    _ setup: ShellSetup, output: @escaping @Sendable (ArraySlice<UInt8>) -> Void
  ) async throws -> any BuildShell
}

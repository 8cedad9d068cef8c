/// The shell of one build.
package protocol BuildShell: Sendable {
  /// Runs a script with what the scripts before it left: folder and variables.
  func run(_ text: String, succeeding: Bool) async throws -> ItemOutcome

  /// Runs a script in the same surroundings, but keeps nothing of what it changes.
  /// - Returns: what it wrote to standard output; `nil` when it failed.
  func capture(_ text: String, succeeding: Bool) async throws -> [UInt8]?

  /// Ends all processes of the build: asks first, kills after a short grace or with `force`.
  func stop(force: Bool)

  /// Ends what is still running and frees what was taken.
  func close() async
}

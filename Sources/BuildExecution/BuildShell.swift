package import BuildPlanning
package import SystemPackage

/// The shell of one build.
package protocol BuildShell: Sendable {
  /// Has the next scripts run as `user` of the image; `nil` stands for the usual one.
  /// - Throws: `RunAsProblem` when there is no such user.
  func become(_ user: String?) async throws

  /// Runs a script with what the scripts before it left: folder and variables.
  /// - Parameter next: what will run then, as long as all succeed, with nothing else between. A shell
  ///   may begin with these before they are asked for, but hands on nothing of what they write.
  func run(
    _ text: String, succeeding: Bool, next: ArraySlice<PlannedCommand>
  ) async throws -> ItemOutcome

  /// Whether the next of the commands that were named has begun; then it must be asked for, even when
  /// the build is to end.
  func hasBegunNext() async -> Bool

  /// Runs a script in the same surroundings, but keeps nothing of what it changes.
  /// - Returns: what it wrote to standard output; `nil` when it failed.
  func capture(_ text: String, succeeding: Bool) async throws -> [UInt8]?

  /// A folder of this machine with the source as it is now: all of it, or at least what lies at or
  /// below `paths`, which are relative to the source and without wildcards.
  func localSource(with paths: [FilePath]) async throws -> FilePath

  /// The files of the build, as its cache sees them.
  func cachePlace(_ site: CacheSite) async throws -> any CachePlace

  /// Ends all processes of the build: asks first, kills after a short grace or with `force`.
  func stop(force: Bool)

  /// Ends what is still running and frees what was taken.
  func close(_ status: BuildStatus) async
}

extension BuildShell {
  package func run(_ text: String, succeeding: Bool) async throws -> ItemOutcome {
    try await run(text, succeeding: succeeding, next: [])
  }
}

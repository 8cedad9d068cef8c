/// Why a build of a batch is not run.
package enum LeftOut: Codable, Hashable, Sendable {
  /// The user wanted it so, with this option; those that wait for it wait for its parents instead.
  case option(String)
  /// It has succeeded in the run of the batch with this identifier, so it counts as done.
  case done(String)
  /// It cannot run here, for this reason; those that wait for it cannot either.
  case unsupported(String)
}

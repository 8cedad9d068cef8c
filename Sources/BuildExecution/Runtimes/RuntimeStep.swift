/// One thing that is done for `runtime-versions`, in the order of the service's log.
package enum RuntimeStep: Hashable, Sendable {
  /// `latest` or `3.x` stands for a version of the image.
  case resolved(runtime: String, alias: String, version: String)
  case selected(runtime: String, version: String)
  /// Selected since `dependent` cannot do without it.
  case required(runtime: String, version: String, dependent: String)
  /// `dependent` wants another version of a runtime than the buildspec.
  case notOverridden(runtime: String, version: String, dependent: String, dependentVersion: String)
  /// The image has no list of runtimes.
  case unsupported
  /// A command of the image's list runs.
  case commandStarted(String)
  case commandFinished(String, ItemOutcome)
  /// What a build on this machine gets.
  case chosen(runtime: String, version: String, place: String)
  /// All runtimes are there.
  case finished
}

/// The keys that a build of a batch can have, by their path.
package enum BatchBuildKey: String, CaseIterable, Codable, Sendable {
  case identifier
  case buildspec
  case dependOn = "depend-on"
  case ignoreFailure = "ignore-failure"
  case debugSession = "debug-session"
  case image = "env.image"
  case computeType = "env.compute-type"
  case type = "env.type"
  case privilegedMode = "env.privileged-mode"
  case variables = "env.variables"
  case fleet = "env.fleet"
}

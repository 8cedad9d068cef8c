/// What a phase's `on-failure` asks for.
package enum FailurePolicy: String, Codable, Sendable {
  /// The key is absent: the service's own transitions.
  case standard
  /// End the build.
  case abort
  /// Go on with the next phase.
  case `continue`
}

/// An environment variable that a project sets.
package struct ProjectVariable: Hashable, Sendable {
  package enum Origin: String, Sendable {
    case plaintext = "PLAINTEXT"
    case parameterStore = "PARAMETER_STORE"
    case secretsManager = "SECRETS_MANAGER"
  }

  package var name: String
  /// `nil` when it is not known.
  package var origin: Origin?

  package init(name: String, origin: Origin?) {
    self.name = name
    self.origin = origin
  }
}

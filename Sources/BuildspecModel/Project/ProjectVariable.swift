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
  /// Its text, or what leads to it in a store; `nil` when it is not known.
  package var value: String?

  package init(name: String, origin: Origin?, value: String? = nil) {
    self.name = name
    self.origin = origin
    self.value = value
  }
}

/// The `env` section; in version 0.1 also what `environment_variables.plaintext` holds.
package struct EnvironmentSection: Hashable, Sendable {
  package var shell: Located<String>?
  /// Plain variables, in the order of the file.
  package var variables: [EnvironmentEntry] = []
  /// Values are names of SSM parameters.
  package var parameterStore: [EnvironmentEntry] = []
  /// Values are references `<secret-id>:<json-key>:<version-stage>:<version-id>`.
  package var secretsManager: [EnvironmentEntry] = []
  package var exportedVariables: [Located<String>] = []
  package var gitCredentialHelper: Located<Bool>?

  package init() {}
}

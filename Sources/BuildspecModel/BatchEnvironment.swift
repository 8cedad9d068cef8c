/// The `env` of one build of a batch: what it overrides of the project.
package struct BatchEnvironment: Hashable, Sendable {
  package var computeType: Located<String>?
  package var fleet: Located<String>?
  package var image: Located<String>?
  package var privilegedMode: Located<Bool>?
  package var type: Located<String>?
  package var variables: [EnvironmentEntry] = []

  package init() {}
}

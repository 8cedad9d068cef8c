/// A variable given on the command line or in an environment file.
package struct GivenVariable: Hashable, Sendable {
  package var name: String
  package var value: String
  package var origin: VariableOrigin

  package init(name: String, value: String, origin: VariableOrigin) {
    self.name = name
    self.value = value
    self.origin = origin
  }
}

/// A variable that the build sets on top of what it inherits.
package struct PlannedVariable: Codable, Hashable, Sendable {
  package var name: String
  package var value: PlannedValue
  package var origin: VariableOrigin
  /// What also set this variable and lost, the nearest loser first.
  package var overrides: [VariableOrigin]

  package init(
    name: String, value: PlannedValue, origin: VariableOrigin, overrides: [VariableOrigin] = []
  ) {
    self.name = name
    self.value = value
    self.origin = origin
    self.overrides = overrides
  }
}

/// A variable name and its value or reference.
package struct EnvironmentEntry: Hashable, Sendable {
  package var name: Located<String>
  package var value: Located<String>

  package init(name: Located<String>, value: Located<String>) {
    self.name = name
    self.value = value
  }
}

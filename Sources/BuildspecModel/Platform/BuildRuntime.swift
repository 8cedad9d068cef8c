/// A language runtime that `runtime-versions` can select.
package struct BuildRuntime: Sendable {
  /// The name that CodeBuild knows, such as `nodejs`.
  package let name: String
  /// Versions that at least one maintained image offers, oldest first.
  package let current: [String]
  /// Versions that only older images offered, oldest first.
  package let historic: [String]
  /// What people write instead of the name.
  package let aliases: [String]

  init(_ name: String, current: [String], historic: [String] = [], aliases: [String] = []) {
    self.name = name
    self.current = current
    self.historic = historic
    self.aliases = aliases
  }
}

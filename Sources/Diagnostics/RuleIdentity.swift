/// The two names of a rule; both are accepted everywhere and never change meaning.
package struct RuleIdentity: Hashable, Sendable {
  /// `BS` and three digits.
  package var code: String
  /// Kebab case, named after the bad thing.
  package var name: String

  package init(code: String, name: String) {
    self.code = code
    self.name = name
  }
}

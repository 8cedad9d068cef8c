import BuildspecModel

/// What a rule speaks of. A file that has none of it is not shown to the rule: most files concern few
/// rules, and even to call a rule costs more than this look.
package struct RuleSubject: Sendable {
  /// What the file must have.
  let content: FileContent
  /// Whether somebody must have named the project.
  let isProject: Bool
  /// Of which the file must have one anywhere; none when any file will do.
  let words: [StaticString]

  private init(_ content: FileContent, isProject: Bool = false, words: [StaticString] = []) {
    self.content = content
    self.isProject = isProject
    self.words = words
  }

  static let anything = RuleSubject([])
  static let syntaxProblems = RuleSubject(.syntaxProblems)
  static let schemaProblems = RuleSubject(.schemaProblems)
  static let env = RuleSubject(.env)
  static let variables = RuleSubject(.variables)
  static let runtimes = RuleSubject(.runtimes)
  static let artifacts = RuleSubject(.artifacts)
  static let cache = RuleSubject(.cache)
  static let reports = RuleSubject(.reports)
  static let batch = RuleSubject(.batch)
  static let project = RuleSubject([], isProject: true)

  /// Commands, in a file that has one of these words anywhere.
  static func words(_ words: [StaticString]) -> RuleSubject {
    RuleSubject([], words: words)
  }
}

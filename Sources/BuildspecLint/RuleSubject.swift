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

  static var anything: RuleSubject { RuleSubject(FileContent()) }
  static var syntaxProblems: RuleSubject { RuleSubject(.syntaxProblems) }
  static var schemaProblems: RuleSubject { RuleSubject(.schemaProblems) }
  static var env: RuleSubject { RuleSubject(.env) }
  static var variables: RuleSubject { RuleSubject(.variables) }
  static var runtimes: RuleSubject { RuleSubject(.runtimes) }
  static var artifacts: RuleSubject { RuleSubject(.artifacts) }
  static var cache: RuleSubject { RuleSubject(.cache) }
  static var reports: RuleSubject { RuleSubject(.reports) }
  static var paths: RuleSubject { RuleSubject(.paths) }
  static var batch: RuleSubject { RuleSubject(.batch) }
  static var project: RuleSubject { RuleSubject(FileContent(), isProject: true) }

  /// Commands, in a file that has one of these words anywhere.
  static func words(_ words: [StaticString]) -> RuleSubject {
    RuleSubject(FileContent(), words: words)
  }
}

import BuildspecModel
import Diagnostics
import YAMLSyntax

/// The same key twice in one mapping.
enum DuplicateKey: Rule {
  static let info = RuleInfo(
    "BS006", "duplicate-key", .warning,
    summary: "A key stands twice in one mapping.",
    why: """
      YAML says that keys are unique. Readers keep one of the two values, and not all keep the \
      same one, so half of what is written has no effect. Whether CodeBuild refuses the file is \
      not known.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make
        build:
          commands:
            - make test
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
            - make test
      """,
    source: "YAML 1.1, 3.2.1.1: keys of a mapping are unique.")

  static var subject: RuleSubject { .syntaxProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.document.problems.compactMap { problem in
      guard case .duplicateKey(let key) = problem.kind else { return nil }
      return finding(
        "`\(key)` stands twice in this mapping", at: problem.range,
        related: problem.related.map { [RelatedLocation(range: $0, message: "first here")] } ?? [],
        help: "merge the two, or rename one")
    }
  }
}

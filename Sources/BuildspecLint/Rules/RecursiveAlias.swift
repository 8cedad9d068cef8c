import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Aliases inside the node they name.
enum RecursiveAlias: Rule {
  static let info = RuleInfo(
    "BS008", "recursive-alias", .error,
    summary: "An alias stands inside the node that it names.",
    why: "The document would contain itself; no reader can finish it.",
    bad: """
      version: 0.2
      phases: &all
        build:
          commands:
            - make
          env: *all
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      """,
    source: "YAML 1.1, 3.2.2.2; no buildspec needs a cycle.")

  static var subject: RuleSubject { .syntaxProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.document.problems.compactMap { problem in
      guard case .recursiveAlias(let name) = problem.kind else { return nil }
      return finding(
        "`*\(name)` stands inside the node that `&\(name)` names", at: problem.range,
        related: problem.related.map {
          [RelatedLocation(range: $0, message: "the node starts here")]
        } ?? [],
        help: "write the value out")
    }
  }
}

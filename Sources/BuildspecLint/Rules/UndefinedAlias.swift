import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Aliases without their anchor.
enum UndefinedAlias: Rule {
  static let info = RuleInfo(
    "BS007", "undefined-alias", .error,
    summary: "An alias names an anchor that does not exist.",
    why: """
      A value that starts with * is a YAML alias. If text was meant, as in a file pattern, it \
      needs quotes.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - *make
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      """,
    source: "YAML 1.1, 3.2.2.2: an alias must name a node before it.")

  static var subject: RuleSubject { .syntaxProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.document.problems.compactMap { problem in
      guard case .undefinedAlias(let name) = problem.kind,
        !GlobUnquoted.owns(problem, in: file.source)
      else { return nil }
      return finding(
        "`*\(name)` is an alias, but no `&\(name)` stands before it", at: problem.range,
        help: "put the value in quotes if it is text",
        fix: Fix(
          title: "put it in single quotes", safety: .unsafe,
          edits: [SingleQuoted.edit(problem.range, in: file.source)]))
    }
  }
}

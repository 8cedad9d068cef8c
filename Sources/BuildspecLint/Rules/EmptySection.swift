import BuildspecModel
import Diagnostics

/// Sections and lists without a value.
enum EmptySection: Rule {
  static let info = RuleInfo(
    "BS118", "empty-section", .warning,
    summary: "A section or list has no value.",
    why: """
      The key is there but nothing belongs to it. Mostly the lines below have lost their \
      indentation.
      """,
    bad: """
      version: 0.2
      phases:
        install:
          commands:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      """,
    source: "Buildspec reference; an example of it has this mistake.")

  static var subject: RuleSubject { .schemaProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.problems.compactMap { problem in
      guard case .noValue(let key) = problem.kind, key != "runtime-versions" else { return nil }
      return finding(
        "`\(key)` has no value", at: problem.range,
        help: "indent what belongs to it below it, or remove the key")
    }
  }
}

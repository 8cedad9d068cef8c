import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Texts beyond the limits of this tool.
enum InputLimit: Rule {
  static let info = RuleInfo(
    "BS021", "input-limit", .error,
    summary: "The file is larger or deeper than any buildspec.",
    why: """
      Reading stops at limits that keep hostile input from taking time and memory: 8 MiB, 64 \
      levels, 500,000 nodes with aliases written out. Real buildspecs stay far below.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            [[[[[[[[[[
            [[[[[[[[[[
            [[[[[[[[[[
            [[[[[[[[[[
            [[[[[[[[[[
            [[[[[[[[[[
            [[[[[[[[[[
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      """,
    source: "A limit of this tool; the largest of 1,489 public buildspecs has 88 KB.")

  static var subject: RuleSubject { .syntaxProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.document.problems.compactMap { problem in
      words(problem.kind).map {
        finding($0, at: problem.range, help: "is this really a buildspec?")
      }
    }
  }

  private static func words(_ kind: YAMLProblem.Kind) -> String? {
    switch kind {
    case .tooLarge(let limit): "the file is over \(limit / 1024 / 1024) MiB; it was not read"
    case .tooDeep(let limit): "nested deeper than \(limit) levels; reading stopped here"
    case .tooManyNodes(let limit): "more than \(limit) nodes; reading stopped here"
    default: nil
    }
  }
}

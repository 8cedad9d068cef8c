import BuildspecModel
import Diagnostics

/// Commands that are lists.
enum CommandIsList: Rule {
  static let info = RuleInfo(
    "BS203", "command-is-list", .error,
    summary: "A command is a list.",
    why: """
      CodeBuild wants each item of `commands` to be text. A second `-`, or a `[` at the start of \
      the item, makes a list of it.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - - make
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      """,
    source: "Buildspec reference, commands; the service wants each to be of string type.")

  static var subject: RuleSubject { .schemaProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.problems.compactMap { problem in
      guard case .command(.isList, _) = problem.kind else { return nil }
      let isFlow = file.source.bytes[problem.range.start] == UInt8(ascii: "[")
      return finding(
        "this command is a list, not text", at: file.source.firstLine(of: problem.range),
        help: isFlow
          ? "`[` starts a list in YAML: put the whole command in single quotes"
          : "write each command as an item of its own, with one `-`",
        fix: isFlow ? fix(problem.range, file.source) : nil)
    }
  }

  private static func fix(_ range: SourceRange, _ source: SourceText) -> Fix? {
    guard source.isOnOneLine(range), source.isRestBlank(after: range.end) else { return nil }
    return .quote(range, in: source, .unsafe)
  }
}

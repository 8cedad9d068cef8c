import BuildspecModel
import Diagnostics

/// Commands that YAML reads as a boolean or a number.
enum CommandNotString: Rule {
  static let info = RuleInfo(
    "BS205", "command-not-string", .warning,
    summary: "YAML reads a command as a boolean or a number.",
    why: """
      `true`, `yes` or `0` without quotes is no text in YAML. CodeBuild wants text, and a reader \
      that turns the value into text again may write `True` where `true` was meant.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - true
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - 'true'
      """,
    source: "YAML 1.1, types; what the service does with such an item is not documented.")

  static var subject: RuleSubject { .schemaProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.problems.compactMap { problem in
      guard case .command(.isNotText(let kind), _) = problem.kind else { return nil }
      let text = file.source.text(problem.range)
      return finding(
        "YAML reads the command `\(text.shown)` as a \(kind)", at: problem.range,
        help: "put it in quotes",
        fix: .quote(problem.range, in: file.source, .safe))
    }
  }
}

import BuildspecModel
import Diagnostics

/// Ignore comments that do not say what they hide, or why.
enum BlanketIgnore: Rule {
  static let info = RuleInfo(
    "BS920", "blanket-ignore", .info,
    summary: "An ignore comment names no rule, or gives no reason.",
    why: """
      A comment without a rule also hides what nobody has seen yet. Without a reason nobody can \
      tell later whether it is still needed.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make
            - # buildspec: ignore
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
            - # buildspec: ignore[command-null] filled in by the release script
      """,
    source: "The contract of this tool: docs/command-line.md, ignore comments.")

  /// Nothing: `Suppressor` asks about each comment, so that a comment can hide these findings too.
  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] { [] }

  static func findings(for comment: IgnoreComment) -> [Diagnostic] {
    guard comment.fault == nil else { return [] }
    if comment.isBlanket {
      return [
        finding(
          "this comment hides the findings of all rules", at: comment.range,
          help: "name the rules: `# buildspec: ignore[BS401] reason`")
      ]
    }
    guard !comment.hasReason else { return [] }
    return [
      finding(
        "this comment gives no reason", at: comment.range,
        help: "write behind the list why the finding is accepted")
    ]
  }
}

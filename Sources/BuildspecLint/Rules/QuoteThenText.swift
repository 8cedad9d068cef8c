import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Values that start with a quoted word and go on.
enum QuoteThenText: Rule {
  static let info = RuleInfo(
    "BS018", "quote-then-text", .error,
    summary: "A value starts with a quoted word and goes on after it.",
    why: """
      YAML ends the value at the second quote; what follows is a syntax error. Quotes for the \
      shell must stand inside quotes for YAML.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - "$HOME/bin/tool" --all
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - '"$HOME/bin/tool" --all'
      """,
    source: "libyaml 0.2.5, whose messages CodeBuild prints; build logs of the service.")

  static var subject: RuleSubject { .syntaxProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let (error, range) = file.syntaxError, case .textAfterQuote(let quote) = error.cause
    else {
      return []
    }
    return [
      finding(
        "YAML ends this value at the second \(quote), and text follows", at: range,
        help: "put the whole value in single quotes, or under a `|`",
        codeBuildSays: error.codeBuildMessage,
        fix: Fix(
          title: "put the whole value in single quotes", safety: .safe,
          edits: [SingleQuoted.edit(range, in: file.source)]))
    ]
  }
}

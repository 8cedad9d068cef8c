import BuildspecModel
import Diagnostics
import ShellSyntax

/// Scripts that end before they are complete.
enum IncompleteScript: ShellRule {
  static let info = RuleInfo(
    "BS439", "incomplete-script", .error,
    summary: "A command is not a complete script.",
    why: """
      Each item of the list is a script of its own. A quote that is not closed, or an `if` \
      without its `fi`, ends the build with a syntax error of the shell, also when the rest \
      stands in the next item.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - if [ -f pom.xml ]; then
            - mvn verify
            - fi
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - |
              if [ -f pom.xml ]; then
                mvn verify
              fi
      """,
    source: """
      POSIX shell grammar; the reading agrees with `bash -n` on every script of 721 public \
      buildspecs.
      """)

  static let signs: [StaticString] = ["commands", "finally"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    shell.items.compactMap { item in
      guard let problem = item.problem, !HeredocNotLiteral.owns(item),
        !CommentCut.owns(item, file), !FoldedScript.owns(item)
      else { return nil }
      return finding(
        words(problem.kind), at: item.range(of: problem.range), help: help(problem.kind))
    }
  }

  static func words(_ kind: ShellProblem.Kind) -> String {
    switch kind {
    case .unclosed(let opening): "this \(opening) is never closed in this command"
    case .missing(let word, let opening): "this `\(opening)` has no `\(word)` in this command"
    case .unexpected(let word): "`\(word)` cannot stand here"
    }
  }

  private static func help(_ kind: ShellProblem.Kind) -> String {
    switch kind {
    case .unclosed: "close it; each item of the list is a script of its own"
    case .missing, .unexpected: "put the whole of it into one item, under a `|`"
    }
  }
}

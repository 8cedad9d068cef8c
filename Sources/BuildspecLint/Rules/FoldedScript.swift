import BuildspecModel
import Diagnostics
import ShellSyntax
import YAMLSyntax

/// Folded blocks whose lines were needed.
enum FoldedScript: ShellRule {
  static let info = RuleInfo(
    "BS410", "folded-script", .error,
    summary: """
      A folded block is no complete script once its lines are joined.
      """,
    why: """
      Under > YAML joins lines with spaces. Lines that do not end in `;`, `&&` or the like \
      then run into each other.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - >
              if [ -f pom.xml ]
              then mvn verify
              fi
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - |
              if [ -f pom.xml ]
              then mvn verify
              fi
      """,
    source: "YAML 1.1, line folding; POSIX shell grammar.")

  static let signs: [StaticString] = [">"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    shell.items.compactMap { item in
      guard owns(item) else { return nil }
      let sign = SourceRange(start: item.command.range.start, end: item.command.range.start + 1)
      return finding(
        "YAML joins the lines of this block, and what comes out is no complete script", at: sign,
        help: "use `|`, which keeps the lines",
        fix: Fix(
          title: "use `|`", safety: .unsafe, edits: [TextEdit(range: sign, replacement: "|")]))
    }
  }

  static func owns(_ item: ShellItem) -> Bool {
    item.command.style == .folded && item.problem != nil && !HeredocNotLiteral.owns(item)
  }
}

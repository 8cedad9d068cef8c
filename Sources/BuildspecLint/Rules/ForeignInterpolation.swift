import BuildspecModel
import Diagnostics
import ShellSyntax

/// Expressions of other systems.
enum ForeignInterpolation: ShellRule {
  static let info = RuleInfo(
    "BS425", "foreign-interpolation", .error,
    summary: "`${{ … }}` means nothing to a shell.",
    why: """
      The expression belongs to GitHub Actions or another system. The shell ends the command \
      with `bad substitution`.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - echo ${{ github.sha }}
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - echo "$CODEBUILD_RESOLVED_SOURCE_VERSION"
      """,
    source: "POSIX shell grammar; dash 0.5.12 and bash 5.2 tried.")

  static let signs: [StaticString] = ["${{"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for item in shell.items where item.holds("${{") {
      for command in item.commands {
        command.forEachWord { word in
          word.forEachParameter { name, _, range, _ in
            guard name == "{" else { return }
            findings.append(
              finding(
                "the shell does not know `${{ … }}`", at: item.range(of: range),
                help: "use a variable, such as `$CODEBUILD_RESOLVED_SOURCE_VERSION`"))
          }
        }
      }
    }
    return findings
  }
}

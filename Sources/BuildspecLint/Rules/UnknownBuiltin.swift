import BuildspecModel
import Diagnostics
import ShellSyntax

/// Variables of CodeBuild that do not exist.
enum UnknownBuiltin: ShellRule {
  static let info = RuleInfo(
    "BS427", "unknown-builtin", .warning,
    summary: "A `CODEBUILD_…` variable is none of the service's.",
    why: """
      Names that begin with CODEBUILD_ are set by the service. One that it does not know is \
      empty.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - echo "$CODEBUILD_RESOLVED_SOURCE_VERSON"
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - echo "$CODEBUILD_RESOLVED_SOURCE_VERSION"
      """,
    source: "Environment variables in build environments, user guide.")

  static let signs: [StaticString] = ["CODEBUILD_"]

  static func check(_ shell: ShellReading, _ file: BuildspecFile) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for item in shell.items where item.holds("CODEBUILD_") {
      for command in item.commands {
        command.forEachWord { word in
          word.forEachParameter { name, _, range, _ in
            guard name.hasPrefix("CODEBUILD_"), let meant = meant(name) else { return }
            findings.append(
              finding(
                "CodeBuild sets no variable `\(name)`", at: item.range(of: range),
                help: "did you mean `\(meant)`?"))
          }
        }
      }
    }
    return findings
  }

  /// The variable that a misspelt name stands for; names that are near none may be the user's own.
  private static func meant(_ name: String) -> String? {
    guard !BuiltInVariableTable.isDocumented(name) else { return nil }
    return Suggestion.nearest(to: name, in: BuiltInVariableTable.variables.map(\.name))
  }
}

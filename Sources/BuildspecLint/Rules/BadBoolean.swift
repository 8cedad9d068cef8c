import BuildspecModel
import Diagnostics

/// Switches that are neither on nor off.
enum BadBoolean: Rule {
  static let info = RuleInfo(
    "BS207", "bad-boolean", .error,
    summary: "A switch is neither yes nor no.",
    why: """
      The keys that turn something on or off take yes, no, true or false, with or without quotes. \
      Any other word does not say what is meant.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      artifacts:
        files:
          - target/app.jar
        discard-paths: ture
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      artifacts:
        files:
          - target/app.jar
        discard-paths: yes
      """,
    source: "Buildspec reference, the syntax of each key.")

  static var subject: RuleSubject { .schemaProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.problems.compactMap { problem in
      guard case .notBoolean(let key, let text) = problem.kind else { return nil }
      let meant = meant(text)
      return finding(
        "`\(key)` takes yes, no, true or false, not `\(text.shown)`",
        at: file.source.firstLine(of: problem.range),
        severity: mayBeRead(text) ? .warning : .error,
        help: meant.map { "did you mean `\($0)`?" },
        fix: meant.map { .rename(problem.range, to: $0) })
    }
  }

  /// Forms that some readers of YAML take for a boolean, and texts that are only known later.
  private static func mayBeRead(_ text: String) -> Bool {
    switch text {
    case "y", "Y", "n", "N", "0", "1": true
    default: text.hasVariable || YAMLBoolean.value(of: text.lowercased()) != nil
    }
  }

  private static func meant(_ text: String) -> String? {
    switch text {
    case "y", "Y", "1", "enabled", "enable": "yes"
    case "n", "N", "0", "disabled", "disable", "none": "no"
    default: Suggestion.nearest(to: text, in: ["yes", "no", "true", "false"])
    }
  }
}

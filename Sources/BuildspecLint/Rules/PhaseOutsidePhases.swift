import BuildspecModel
import Diagnostics

/// Phases at the top level.
enum PhaseOutsidePhases: Rule {
  static let info = RuleInfo(
    "BS108", "phase-outside-phases", .error,
    summary: "A phase stands at the top level instead of under `phases`.",
    why: "Only phases under `phases` run. Mostly the indentation is off by one level.",
    bad: """
      version: 0.2
      phases:
      build:
        commands:
          - make
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      """,
    source: "Buildspec reference, phases; one of its own examples has this mistake.")

  static var subject: RuleSubject { .schemaProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.unknownKeys { $0 == .top }.filter { isPhase($0.name) }.map { key in
      finding(
        "`\(key.name)` stands at the top level, so it does not run", at: key.range,
        help: "indent it, with all that belongs to it, under `phases:`")
    }
  }

  /// Whether a name is that of a phase, or nearly so.
  static func isPhase(_ name: String) -> Bool {
    Suggestion.nearest(to: name, in: PhaseName.allCases.map(\.rawValue)) != nil
  }
}

import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Phases without `commands`.
enum MissingCommands: Rule {
  static let info = RuleInfo(
    "BS301", "missing-commands", .warning,
    summary: "A phase has no `commands`.",
    why: """
      The reference requires `commands` in every phase but install. CodeBuild goes on without \
      them, so what was meant to run is silently left out.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make
        post_build:
          on-failure: ABORT
      """,
    good: """
      version: 0.2
      phases:
        build:
          on-failure: ABORT
          commands:
            - make
      """,
    source: "Buildspec reference, phases/commands; build logs of phases without commands.")

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard file.buildspec.phases.contains(where: { $0.commands == nil }) else { return [] }
    return file.phasePairs.compactMap { phase in
      guard let name = phase.key.scalar?.text, name != PhaseName.install.rawValue,
        phase.value.lacks("commands", slips: ["steps", "script", "run"])
      else { return nil }
      return finding(
        "`\(name)` has no `commands`", at: phase.key.range,
        help: "add `commands:` with what the phase runs, or remove the phase")
    }
  }
}

import BuildspecModel
import Diagnostics

/// Keys of a phase that CodeBuild does not know.
enum UnknownPhaseKey: UnknownKeyRule {
  static let info = RuleInfo(
    "BS109", "unknown-phase-key", .warning,
    summary: "A key of a phase is none of CodeBuild's.",
    why: """
      CodeBuild ignores keys that it does not know and only says so in a line of the log.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          command:
            - make
          commands:
            - make test
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      """,
    source: """
      Build log of the service: Found possible syntax errors in buildspec; the reference lists \
      the keys.
      """)

  static func owns(_ section: SectionID) -> Bool { section == .phase }
}

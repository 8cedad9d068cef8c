import BuildspecModel
import Diagnostics

/// Keys of `env` that CodeBuild does not know.
enum UnknownEnvKey: UnknownKeyRule {
  static let info = RuleInfo(
    "BS110", "unknown-env-key", .warning,
    summary: "A key of `env` is none of CodeBuild's.",
    why: """
      CodeBuild ignores keys that it does not know and only says so in a line of the log.
      """,
    bad: """
      version: 0.2
      env:
        variable:
          STAGE: test
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      env:
        variables:
          STAGE: test
      phases:
        build:
          commands:
            - make
      """,
    source: """
      Build log of the service: Found possible syntax errors in buildspec; the reference lists \
      the keys.
      """)

  static func owns(_ section: SectionID) -> Bool {
    section == .env || section == .environmentVariables
  }
}

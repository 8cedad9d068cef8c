import BuildspecModel
import Diagnostics

/// Keys of `artifacts` that CodeBuild does not know.
enum UnknownArtifactsKey: UnknownKeyRule {
  static let info = RuleInfo(
    "BS111", "unknown-artifacts-key", .warning,
    summary: "A key of `artifacts` is none of CodeBuild's.",
    why: """
      CodeBuild ignores keys that it does not know and only says so in a line of the log.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      artifacts:
        baseDirectory: target
        files:
          - app.war
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      artifacts:
        base-directory: target
        files:
          - app.war
      """,
    source: """
      Build log of the service: Found possible syntax errors in buildspec; the reference lists \
      the keys.
      """)

  static func owns(_ section: SectionID) -> Bool {
    section == .artifacts || section == .secondaryArtifact
  }
}

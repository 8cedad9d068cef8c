import BuildspecModel
import Diagnostics

/// Top-level keys that CodeBuild does not know.
enum UnknownTopKey: UnknownKeyRule {
  static let info = RuleInfo(
    "BS105", "unknown-top-key", .warning,
    summary: "A top-level key is none of CodeBuild's.",
    why: """
      CodeBuild ignores keys that it does not know and only says so in a line of the log: the \
      build runs without what was written.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      artifact:
        files:
          - app.jar
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      artifacts:
        files:
          - app.jar
      """,
    source: "Build log of the service: Found possible syntax errors in buildspec.")

  static func owns(_ section: SectionID) -> Bool { section == .top }
}

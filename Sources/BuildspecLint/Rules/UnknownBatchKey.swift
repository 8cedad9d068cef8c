import BuildspecModel
import Diagnostics

/// Keys of `batch` that CodeBuild does not know.
enum UnknownBatchKey: UnknownKeyRule {
  static let info = RuleInfo(
    "BS115", "unknown-batch-key", .warning,
    summary: "A key of `batch` is none of CodeBuild's.",
    why: """
      CodeBuild ignores keys that it does not know and only says so in a line of the log.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      batch:
        build-list:
          - identifier: one
            ignore-failures: true
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      batch:
        build-list:
          - identifier: one
            ignore-failure: true
      """,
    source: """
      Build log of the service: Found possible syntax errors in buildspec; the reference lists \
      the keys.
      """)

  static func owns(_ section: SectionID) -> Bool { section.isBatch }
}

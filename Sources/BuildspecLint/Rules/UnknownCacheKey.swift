import BuildspecModel
import Diagnostics

/// Keys of `cache` that CodeBuild does not know.
enum UnknownCacheKey: UnknownKeyRule {
  static let info = RuleInfo(
    "BS112", "unknown-cache-key", .warning,
    summary: "A key of `cache` is none of CodeBuild's.",
    why: """
      CodeBuild ignores keys that it does not know and only says so in a line of the log.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      cache:
        path:
          - /root/.m2/**/*
        paths:
          - /root/.npm/**/*
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      cache:
        paths:
          - /root/.m2/**/*
          - /root/.npm/**/*
      """,
    source: """
      Build log of the service: Found possible syntax errors in buildspec; the reference lists \
      the keys.
      """)

  static func owns(_ section: SectionID) -> Bool { section == .cache }
}

import BuildspecModel
import Diagnostics

/// Keys of `proxy` that CodeBuild does not know.
enum UnknownProxyKey: UnknownKeyRule {
  static let info = RuleInfo(
    "BS114", "unknown-proxy-key", .warning,
    summary: "A key of `proxy` is none of CodeBuild's.",
    why: """
      CodeBuild ignores keys that it does not know and only says so in a line of the log.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      proxy:
        log: yes
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      proxy:
        logs: yes
      """,
    source: """
      Build log of the service: Found possible syntax errors in buildspec; the reference lists \
      the keys.
      """)

  static func owns(_ section: SectionID) -> Bool { section == .proxy }
}

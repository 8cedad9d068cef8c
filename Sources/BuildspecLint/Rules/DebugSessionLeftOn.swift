import BuildspecModel
import Diagnostics

/// Builds that stay open for debugging.
enum DebugSessionLeftOn: Rule {
  static let info = RuleInfo(
    "BS723", "debug-session-left-on", .warning,
    summary: "`debug-session` is on for a build of the batch.",
    why: """
      With a debug session a build can be paused and entered, and a build that waits at a \
      breakpoint costs until its timeout.
      """,
    bad: """
      version: 0.2
      batch:
        build-list:
          - identifier: linux
            debug-session: true
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      batch:
        build-list:
          - identifier: linux
            debug-session: false
      phases:
        build:
          commands:
            - make
      """,
    source: "Batch buildspec reference, debug-session.")

  static var subject: RuleSubject { .batch }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    (file.buildspec.batch?.builds ?? []).compactMap { build in
      guard let session = build.debugSession, session.value else { return nil }
      return finding(
        "`debug-session` is left on", at: session.range,
        help: "turn it on only while you look for a mistake",
        fix: .replace(session.range, with: "false", "turn it off", .unsafe))
    }
  }
}

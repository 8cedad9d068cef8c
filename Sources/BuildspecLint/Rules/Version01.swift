import BuildspecModel
import Diagnostics

/// The old version of the format.
enum Version01: Rule {
  static let info = RuleInfo(
    "BS103", "version-0.1", .warning,
    summary: "The file uses version 0.1.",
    why: """
      In version 0.1 each command runs in a shell of its own, so `cd` and variables are lost \
      after each line. AWS recommends 0.2.
      """,
    bad: """
      version: 0.1
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
    source: "Buildspec reference, buildspec versions.")

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let version = file.buildspec.version, version.value == "0.1" else { return [] }
    return [
      finding(
        "version 0.1 runs each command in a shell of its own", at: version.range,
        help: "use 0.2, where `cd` and variables carry over",
        fix: Fix(
          title: "use 0.2", safety: .unsafe,
          edits: [TextEdit(range: version.range, replacement: "0.2")]))
    ]
  }
}

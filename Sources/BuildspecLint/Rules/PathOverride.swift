import BuildspecModel
import Diagnostics

/// A search path that is replaced by a literal text.
enum PathOverride: Rule {
  static let info = RuleInfo(
    "BS512", "path-override", .error,
    summary: "`PATH` is set to a text with `$PATH` in it.",
    why: """
      Values under `variables` are literal, so the search path becomes the text `$PATH:…` and no \
      program of the image is found any more.
      """,
    bad: """
      version: 0.2
      env:
        variables:
          PATH: $PATH:/opt/tool/bin
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
            - export PATH=$PATH:/opt/tool/bin
            - make
      """,
    source: "CodeBuild user guide, env/variables, with this very example.")

  static var subject: RuleSubject { .env }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    (file.buildspec.env?.variables ?? []).filter(owns).map { entry in
      finding(
        "`PATH` becomes this very text, since values are literal", at: entry.value.range,
        help: "use a command: `export PATH=…`")
    }
  }

  /// Whether the entry sets the search path to a text that was meant to hold it.
  static func owns(_ entry: EnvironmentEntry) -> Bool {
    guard entry.name.value == "PATH" else { return false }
    return ["$PATH", "${PATH", "%PATH%"].contains { entry.value.value.contains($0) }
  }
}

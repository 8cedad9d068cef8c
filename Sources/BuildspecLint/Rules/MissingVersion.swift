import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Files without `version`.
enum MissingVersion: Rule {
  static let info = RuleInfo(
    "BS101", "missing-version", .error,
    summary: "`version` is missing.",
    why: "Every buildspec must name the version of its format; 0.2 is the current one.",
    bad: """
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
    source: "Buildspec reference, version.")

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let root = file.mappingRoot, root.node["version"] == nil else { return [] }
    return [
      finding(
        "`version` is missing", at: root.firstKey,
        help: "add `version: 0.2` as the first line",
        fix: Fix(
          title: "add `version: 0.2`", safety: .safe,
          edits: [
            TextEdit(range: SourceRange(at: root.firstKey.start), replacement: "version: 0.2\n\n")
          ]))
    ]
  }
}

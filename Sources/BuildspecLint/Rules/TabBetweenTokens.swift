import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Tabs outside of values, where YAML readers disagree.
enum TabBetweenTokens: Rule {
  static let info = RuleInfo(
    "BS022", "tab-between-tokens", .error,
    summary: "A tab stands before or after a value.",
    why: """
      YAML readers disagree about tabs between tokens. PyYAML, on which many tools around CodeBuild \
      stand, ends with "found character that cannot start any token"; libyaml and what is made \
      after it, CodeBuild most likely too, skips the tab. A file that only some can read is broken.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make\t
            - make test
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
            - make test
      """,
    source: "Tried with PyYAML 6.0.3 and libyaml 0.2.5.")

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard file.isReadable else { return [] }
    return GapScanner.tabs(in: file.source, document: file.document).map { range in
      finding(
        "a tab stands here; some YAML readers refuse it", at: range,
        help: "remove it, or use spaces",
        fix: Fix(
          title: "replace it with a space", safety: .safe,
          edits: [TextEdit(range: range, replacement: " ")]))
    }
  }
}

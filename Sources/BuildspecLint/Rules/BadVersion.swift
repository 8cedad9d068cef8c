import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Versions that do not exist.
enum BadVersion: Rule {
  static let info = RuleInfo(
    "BS102", "bad-version", .error,
    summary: "`version` is neither 0.1 nor 0.2.",
    why: """
      0.1 and 0.2 are the only versions. A quoted version is accepted in a normal build but \
      not when a batch is started.
      """,
    bad: """
      version: 1.0
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
    source: """
      Buildspec reference, version; aws-cdk issue 29592 for the quoted version in batches.
      """)

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let root = file.mappingRoot, let pair = root.node.pair("version") else { return [] }
    guard let text = pair.value.scalar, !pair.value.isNull else {
      return [finding("`version` has no value", at: pair.key.range, help: "write `version: 0.2`")]
    }
    if text.text != "0.1", text.text != "0.2" { return [wrong(text.text, at: pair.value.range)] }
    if text.style != .plain, let batch = file.buildspec.batch {
      return [quoted(text.text, at: pair.value.range, batch: batch.range)]
    }
    return []
  }

  private static func wrong(_ text: String, at range: SourceRange) -> Diagnostic {
    finding(
      "there is no version `\(text.shown)`", at: range, help: "use 0.2",
      fix: Fix(
        title: "use 0.2", safety: .unsafe, edits: [TextEdit(range: range, replacement: "0.2")]))
  }

  private static func quoted(
    _ text: String, at range: SourceRange, batch: SourceRange
  ) -> Diagnostic {
    finding(
      "a quoted version stops a batch build", at: range,
      related: [RelatedLocation(range: batch, message: "read when a batch is started")],
      help: "write the version without quotes",
      codeBuildSays: "cannot unmarshal !!str `\(text)` into float64",
      fix: Fix(
        title: "take the quotes away", safety: .safe,
        edits: [TextEdit(range: range, replacement: text)]))
  }
}

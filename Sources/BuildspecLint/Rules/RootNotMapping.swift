import BuildspecModel
import Diagnostics
import YAMLSyntax

/// A top level that is no mapping.
enum RootNotMapping: Rule {
  static let info = RuleInfo(
    "BS012", "root-not-mapping", .error,
    summary: "The top level is text or a list, not `key: value` lines.",
    why: "Often a colon is missing in the first line, as in `version 0.2`.",
    bad: "version 0.2",
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      """,
    source: "Buildspec reference, syntax.")

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard file.syntaxError == nil, let root = file.document.root, root.mapping == nil, !root.isNull
    else { return [] }
    let kind = root.sequence == nil ? "text" : "a list"
    return [
      finding(
        "the top level is \(kind), not a mapping", at: file.firstLine(of: root.range),
        help: "a buildspec starts with `version: 0.2`",
        codeBuildSays: "YAML_FILE_ERROR Message: wrong number of container tags, expected 1")
    ]
  }
}

import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Tabs used as indentation.
enum TabIndent: Rule {
  static let info = RuleInfo(
    "BS002", "tab-indent", .error,
    summary: "A tab is used as indentation.",
    why: """
      YAML forbids tabs in indentation. Editors show them like spaces, so the mistake is hard \
      to see.
      """,
    bad: """
      version: 0.2
      phases:
      \tbuild:
      \t\tcommands:
      \t\t\t- make
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      """,
    source: """
      YAML 1.1, 4.3; a pull request of the CodeBuild user guide shows the service's words.
      """)

  static var subject: RuleSubject { .syntaxProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let (error, range) = file.syntaxError, error.cause == .tabIndentation else { return [] }
    return [
      finding(
        "a tab is used as indentation", at: range,
        help: "indent with spaces; YAML forbids tabs here",
        codeBuildSays: error.codeBuildMessage, fix: fix(range, file.source))
    ]
  }

  /// Two spaces for each tab of the indentation, which is a guess.
  private static func fix(_ range: SourceRange, _ source: SourceText) -> Fix? {
    let line = source.range(ofLine: source.lines.line(at: range.start))
    guard let text = source.text(onLineAfter: line.start), text > range.start else { return nil }
    let columns = source.bytes[line.start..<text].reduce(0) { $0 + ($1 == 0x09 ? 2 : 1) }
    return .replace(
      SourceRange(start: line.start, end: text), with: String(repeating: " ", count: columns),
      "indent with spaces", .unsafe)
  }
}

import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Backslash sequences that YAML does not know.
enum BadEscape: Rule {
  static let info = RuleInfo(
    "BS020", "bad-escape", .error,
    summary: "A backslash sequence in double quotes is none of YAML's.",
    why: """
      In double quotes YAML reads backslash sequences itself and refuses those it does not \
      know, such as \\d or \\$.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - "grep -E \\d+ version.txt"
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - 'grep -E \\d+ version.txt'
      """,
    source: "libyaml 0.2.5, whose messages CodeBuild prints; build logs of the service.")

  static var subject: RuleSubject { .syntaxProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let (error, range) = file.syntaxError, error.cause == .unknownEscape else { return [] }
    return [
      finding(
        "`\(file.source.text(range))` is no escape sequence of YAML", at: range,
        help: "use single quotes, or write the backslash twice",
        codeBuildSays: error.codeBuildMessage, fix: fix(range, file.source))
    ]
  }

  private static func fix(_ range: SourceRange, _ source: SourceText) -> Fix? {
    let backslash = UInt8(ascii: "\\")
    guard source.bytes[range.start..<range.end].first == backslash else { return nil }
    return .replace(
      SourceRange(at: range.start), with: "\\", "write the backslash twice", .safe)
  }
}

import BuildspecModel
import Diagnostics

/// One text where a list is documented.
enum ScalarForList: Rule {
  static let info = RuleInfo(
    "BS206", "scalar-for-list", .info,
    summary: "One text stands where a list is documented.",
    why: """
      CodeBuild accepts one text for a list of one, but the reference does not say so, and a \
      second line would not become a second item.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      artifacts:
        files: target/app.jar
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      artifacts:
        files:
          - target/app.jar
      """,
    source: "Buildspec reference; aws/aws-cdk pull request 15429 tells what the service accepts.")

  static var subject: RuleSubject { .schemaProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.problems.compactMap { problem in
      guard case .textForList(let key) = problem.kind, !MatrixNotList.covers(problem.section) else {
        return nil
      }
      return finding(
        "`\(key)` is one text, not a list", at: file.source.firstLine(of: problem.range),
        help: "write it as an item: `- …`", fix: fix(problem, file.source))
    }
  }

  /// Moves the text to a line of its own, unless the mapping is written in braces.
  private static func fix(_ problem: SchemaProblem, _ source: SourceText) -> Fix? {
    let (key, value) = (problem.keyRange, problem.range)
    guard key.end <= value.start, source.isOnOneLine(key.union(value)),
      source.isFirstOnLine(key.start),
      source.bytes[key.end..<value.start].allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: ":") })
    else { return nil }
    let indentation = String(repeating: " ", count: source.indentation(of: key.start) + 2)
    return .replace(
      SourceRange(start: key.end, end: value.start), with: ":\n\(indentation)- ",
      "write it as a list", .safe)
  }
}

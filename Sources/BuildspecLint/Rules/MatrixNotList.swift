import BuildspecModel
import Diagnostics

/// Single values under `dynamic`.
enum MatrixNotList: Rule {
  static let info = RuleInfo(
    "BS716", "matrix-not-list", .warning,
    summary: "A value under `dynamic` is not a list.",
    why: """
      A matrix makes one build for each combination of its lists. The file of a batch is read by a \
      stricter reader than the file of a build, and lists are all that is documented.
      """,
    bad: """
      version: 0.2
      batch:
        build-matrix:
          dynamic:
            env:
              image: aws/codebuild/standard:7.0
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      batch:
        build-matrix:
          dynamic:
            env:
              image:
                - aws/codebuild/standard:7.0
      phases:
        build:
          commands:
            - make
      """,
    source: "Batch buildspec reference, build-matrix/dynamic; aws/aws-cdk issue 29592.")

  static func covers(_ section: SectionID) -> Bool {
    section == .matrixDynamic || section == .matrixDynamicEnvironment
  }

  static var subject: RuleSubject { .schemaProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.problems.compactMap { problem in
      guard case .textForList(let key) = problem.kind, covers(problem.section) else { return nil }
      return finding(
        "`\(key.shown)` under `dynamic` takes a list",
        at: file.source.firstLine(of: problem.range),
        help: "put the value in square brackets", fix: fix(problem.range, file.source))
    }
  }

  private static func fix(_ range: SourceRange, _ source: SourceText) -> Fix? {
    let text = source.text(range)
    guard source.isOnOneLine(range), !text.hasPrefix("|"), !text.hasPrefix(">") else { return nil }
    let isPlain = source.isPlain(range)
    guard !isPlain || !text.utf8.contains(where: { ",[]{}".utf8.contains($0) }) else { return nil }
    return .replace(range, with: "[\(text)]", "make it a list", .safe)
  }
}

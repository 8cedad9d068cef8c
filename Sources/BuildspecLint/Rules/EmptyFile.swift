import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Files with nothing in them.
enum EmptyFile: Rule {
  static let info = RuleInfo(
    "BS011", "empty-file", .error,
    summary: "There is nothing in the file.",
    why: "CodeBuild needs at least `version` and `phases`.",
    bad: "# to do",
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      """,
    source: "Build logs of the service.")

  static var subject: RuleSubject { .syntaxProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.document.problems.compactMap { problem in
      guard problem.kind == .empty else { return nil }
      return finding(
        "the file is empty", at: problem.range,
        help: "a buildspec needs at least `version` and `phases`",
        codeBuildSays: "YAML_FILE_ERROR Message: wrong number of container tags, expected 1")
    }
  }
}

import BuildspecModel
import Diagnostics
import YAMLSyntax

/// A second YAML document.
enum MultiDocument: Rule {
  static let info = RuleInfo(
    "BS010", "multi-document", .warning,
    summary: "The file holds more than one YAML document.",
    why: """
      A line `---` starts a new document. What CodeBuild does with a second one is not \
      documented; this tool reads the first.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      ---
      version: 0.2
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - make
      """,
    source: "YAML 1.1, 9.1; the service's behaviour is not documented.")

  static var subject: RuleSubject { .syntaxProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.document.problems.compactMap { problem in
      guard problem.kind == .multipleDocuments else { return nil }
      return finding(
        "a second document starts here; only the first is read", at: problem.range,
        help: "keep one document in the file")
    }
  }
}

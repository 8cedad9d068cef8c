import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Bytes that are not UTF-8 text.
enum Encoding: Rule {
  static let info = RuleInfo(
    "BS003", "encoding", .error,
    summary: "The file is not UTF-8 text.",
    why: """
      YAML is read as UTF-8 here. Other encodings and control characters end the reading.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - echo \u{7}
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - printf '\\a'
      """,
    source: "libyaml 0.2.5, whose messages CodeBuild prints; build logs of the service.")

  static var subject: RuleSubject { .syntaxProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.document.problems.compactMap { problem in
      guard case .encoding(let reason) = problem.kind else { return nil }
      if reason == "UTF-16" {
        return finding("the file is UTF-16", at: problem.range, help: "save it as UTF-8")
      }
      return finding(
        "this is not UTF-8 text: \(reason)", at: problem.range,
        help: "save the file as UTF-8 and take control characters out",
        codeBuildSays: "YAML_FILE_ERROR Message: \(reason)")
    }
  }
}

import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Lines of a block that are indented less than its first line.
enum MisalignedBlock: Rule {
  static let info = RuleInfo(
    "BS017", "misaligned-block", .error,
    summary: """
      A line of a block is indented less than the block's first line.
      """,
    why: """
      The first line of a block under | or > sets its indentation; a line with less ends the \
      block, and YAML then reads the rest of the script as keys.
      """,
    bad: """
      version: 0.2
      phases:
        build:
          commands:
            - |
                if true; then
                  make
              fi
      """,
    good: """
      version: 0.2
      phases:
        build:
          commands:
            - |
              if true; then
                make
              fi
      """,
    source: "libyaml 0.2.5, whose messages CodeBuild prints; build logs of the service.")

  static var subject: RuleSubject { .syntaxProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let (error, range) = file.syntaxError, error.cause == .misalignedBlock else { return [] }
    return [
      finding(
        "this line is indented less than the first line of its block", at: range,
        help: "indent it at least as far as the first line below the `|` or `>`",
        codeBuildSays: error.codeBuildMessage)
    ]
  }
}

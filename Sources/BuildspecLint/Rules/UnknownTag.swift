import BuildspecModel
import Diagnostics
import YAMLSyntax

/// YAML tags that mean nothing in a buildspec.
enum UnknownTag: Rule {
  static let info = RuleInfo(
    "BS013", "unknown-tag", .warning,
    summary: "A value carries a YAML tag such as `!Ref`.",
    why: """
      Tags like `!Ref` and `!Sub` work in CloudFormation templates. In a buildspec they have \
      no effect. A command that starts with ! must be quoted.
      """,
    bad: """
      version: 0.2
      env:
        variables:
          BUCKET: !Ref Bucket
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      env:
        variables:
          BUCKET: my-bucket
      phases:
        build:
          commands:
            - make
      """,
    source: "libyaml 0.2.5 lets unknown tags pass; buildspec reference knows none.")

  static var subject: RuleSubject { .syntaxProblems }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    file.document.problems.compactMap { problem in
      guard case .unknownTag(let tag) = problem.kind else { return nil }
      return finding(
        "`\(tag)` is a YAML tag and has no effect in a buildspec", at: problem.range,
        help: "put the value in quotes if the tag is part of the text")
    }
  }
}

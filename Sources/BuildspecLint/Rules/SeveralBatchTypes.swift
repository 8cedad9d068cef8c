import BuildspecModel
import Diagnostics
import YAMLSyntax

/// More than one way to say which builds a batch has.
enum SeveralBatchTypes: Rule {
  static let info = RuleInfo(
    "BS701", "several-batch-types", .error,
    summary: "`batch` says in more than one way which builds it has.",
    why: """
      A batch is a list, a graph, a matrix or a fan-out. Which of them CodeBuild takes when there \
      are two is not documented.
      """,
    bad: """
      version: 0.2
      batch:
        build-list:
          - identifier: one
        build-graph:
          - identifier: two
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      batch:
        build-graph:
          - identifier: one
          - identifier: two
      phases:
        build:
          commands:
            - make
      """,
    source: "Batch buildspec reference.")

  static var subject: RuleSubject { .batch }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard file.buildspec.batch != nil, let node = file.document.root?["batch"] else { return [] }
    let kinds = (node.mapping ?? []).filter { pair in
      switch pair.key.scalar?.text {
      case "build-list", "build-graph", "build-matrix", "build-fanout": !pair.value.isNull
      default: false
      }
    }
    guard let first = kinds.first, let name = first.key.scalar?.text else { return [] }
    return kinds.dropFirst().compactMap { other in
      guard let otherName = other.key.scalar?.text, otherName != name else { return nil }
      return finding(
        "a batch cannot have both `\(name)` and `\(otherName)`", at: other.key.range,
        related: [RelatedLocation(range: first.key.range, message: "the first one is here")],
        help: "keep one of them")
    }
  }
}

import BuildspecModel
import Diagnostics
import YAMLSyntax

/// Fan-outs without a number of builds.
enum FanoutParallelism: Rule {
  static let info = RuleInfo(
    "BS718", "fanout-parallelism", .error,
    summary: "`build-fanout` does not say how many builds to start.",
    why: "`parallelism` is required and is a whole number above 0.",
    bad: """
      version: 0.2
      batch:
        build-fanout:
          parallelism: 0
      phases:
        build:
          commands:
            - make test
      """,
    good: """
      version: 0.2
      batch:
        build-fanout:
          parallelism: 4
      phases:
        build:
          commands:
            - make test
      """,
    source: "CodeBuild user guide, parallel tests; batch buildspec reference, build-fanout.")

  static var subject: RuleSubject { .batch }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let fanout = file.buildspec.batch?.fanout else { return [] }
    guard let count = fanout.parallelism else { return missing(fanout, file, context) }
    let isPlaceholder = count.value.hasVariable && !context.isFinal
    guard Int(count.value).map({ $0 < 1 }) ?? !isPlaceholder else { return [] }
    return [
      finding(
        "`parallelism` takes a whole number above 0, not `\(count.value.shown)`", at: count.range,
        help: "write the number of builds to start")
    ]
  }

  private static func missing(
    _ fanout: BatchFanout, _ file: BuildspecFile, _ context: LintContext
  ) -> [Diagnostic] {
    guard let node = file.document.root?["batch"]?["build-fanout"],
      node.lacks("parallelism") || context.isFinal && node.mapping != nil
    else { return [] }
    return [
      finding(
        "`build-fanout` has no `parallelism`", at: fanout.range,
        help: "add `parallelism:` with the number of builds to start")
    ]
  }
}

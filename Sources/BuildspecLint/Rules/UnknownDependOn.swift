import BuildspecModel
import Diagnostics

/// Dependencies on builds that do not exist.
enum UnknownDependOn: Rule {
  static let info = RuleInfo(
    "BS705", "unknown-depend-on", .error,
    summary: "A build depends on one that the graph does not have.",
    why: "The build would wait for something that never runs.",
    bad: """
      version: 0.2
      batch:
        build-graph:
          - identifier: compile
          - identifier: test
            depend-on: [compiel]
      phases:
        build:
          commands:
            - make
      """,
    good: """
      version: 0.2
      batch:
        build-graph:
          - identifier: compile
          - identifier: test
            depend-on: [compile]
      phases:
        build:
          commands:
            - make
      """,
    source: "Batch buildspec reference, build-graph/depend-on.")

  static var subject: RuleSubject { .batch }

  static func check(_ file: BuildspecFile, _ context: LintContext) -> [Diagnostic] {
    guard let graph = file.buildspec.batch?.graph, graph.contains(where: { !$0.dependsOn.isEmpty })
    else { return [] }
    let known = Set(graph.compactMap { $0.identifier?.value })
    return graph.flatMap(\.dependsOn).compactMap { name in
      guard !known.contains(name.value), !name.value.hasVariable else { return nil }
      let meant = Suggestion.nearest(to: name.value, in: known.sorted())
      return finding(
        "the graph has no build `\(name.value.shown)`", at: name.range,
        help: meant.map { "did you mean `\($0)`?" } ?? "add the build, or remove the dependency",
        fix: meant.map { .rename(name.range, to: $0) })
    }
  }
}

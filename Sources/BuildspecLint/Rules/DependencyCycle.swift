import BuildspecModel
import Diagnostics

/// Builds that wait for each other.
enum DependencyCycle: Rule {
  static let info = RuleInfo(
    "BS707", "dependency-cycle", .error,
    summary: "Builds of the graph wait for each other.",
    why: "None of them could ever start.",
    bad: """
      version: 0.2
      batch:
        build-graph:
          - identifier: compile
            depend-on: [package]
          - identifier: package
            depend-on: [compile]
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
          - identifier: package
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
    return DependencyGraph(graph).cycles().compactMap { cycle in
      guard let last = cycle.last else { return nil }
      let names = cycle.map { name(graph[$0.from]) }
      let path = (names + names.prefix(1)).joined(separator: " → ")
      return finding(
        "these builds wait for each other: \(path)", at: last.mention.range,
        related: cycle.dropLast().map { edge in
          RelatedLocation(
            range: edge.mention.range,
            message: "`\(name(graph[edge.from]))` waits for `\(edge.mention.value.shown)`")
        },
        help: "remove one of the dependencies")
    }
  }

  private static func name(_ build: BatchBuild) -> String {
    build.identifier?.value.shown ?? ""
  }
}

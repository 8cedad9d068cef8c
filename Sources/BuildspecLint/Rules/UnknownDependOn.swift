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
    // By index, since a build is large and would be copied.
    let known = Set(graph.indices.lazy.compactMap { graph[$0].identifier?.value })
    var spelling = Spelling(known)
    return graph.indices.lazy.flatMap { graph[$0].dependsOn }.compactMap { name in
      guard !known.contains(name.value), context.isFinal || !name.value.hasVariable else {
        return nil
      }
      let meant = spelling.nearest(to: name.value)
      return finding(
        "the graph has no build `\(name.value.shown)`", at: name.range,
        help: meant.map { "did you mean `\($0)`?" } ?? "add the build, or remove the dependency",
        fix: meant.map { .rename(name.range, to: $0) })
    }
  }

  /// Finds the names that were meant; for the first ones only where there are very many, since each
  /// search goes through all names.
  private struct Spelling {
    /// Sorted, so that of two that are equally near it is always the same.
    private lazy var names = known.sorted()
    private let known: Set<String>
    private var found: [String: String?] = [:]
    private var room = 100_000

    init(_ names: Set<String>) {
      known = names
    }

    mutating func nearest(to name: String) -> String? {
      if let known = found[name] { return known }
      guard room > 0 else { return nil }
      room -= names.count
      let nearest = Suggestion.nearest(to: name, in: names)
      found[name] = .some(nearest)
      return nearest
    }
  }
}

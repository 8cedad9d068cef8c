import BuildspecLint
import BuildspecModel
import Diagnostics
import TestSupport
import Testing

/// Builds that wait for each other.
@Suite struct DependencyCycleTests {
  @Test func `a cycle is shown as a path from its first build, with every edge`() {
    let marks = MarkedText(
      RuleCheck.withBuild(
        """
        batch:
          build-graph:
            - identifier: start
            - identifier: a
              depend-on: [start, «c»]
            - identifier: b
              depend-on: [«a»]
            - identifier: c
              depend-on: [«b»]
        """))
    let found = RuleCheck.findings("BS707", in: marks.text)
    #expect(found.map(\.message) == ["these builds wait for each other: a → c → b → a"])
    let places = (found.first?.related.map(\.range) ?? []) + found.map(\.range)
    #expect(places.sorted() == marks.ranges)
  }

  @Test func `two cycles are two findings`() {
    #expect(cycles(["a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"]]).count == 2)
  }

  @Test func `a cycle with several ways around is said once`() {
    #expect(cycles(["a": ["b", "c"], "b": ["a"], "c": ["b"]]).count == 1)
    #expect(cycles(["a": ["b", "c", "a"], "b": ["c"], "c": []]) == [])
  }

  @Test func `a diamond is no cycle`() {
    #expect(cycles(["a": [], "b": ["a"], "c": ["a"], "d": ["b", "c"]]) == [])
  }

  @Test func `a long chain is read without recursion`() {
    var graph: [String: [String]] = ["n0": ["n4999"]]
    for number in 1..<5_000 { graph["n\(number)"] = ["n\(number - 1)"] }
    let found = cycles(graph)
    #expect(found.count == 1)
  }

  @Test(arguments: 0..<60)
  func `there are rings where there is no order, and each is one`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let count = Int.random(in: 2...9, using: &random)
    var graph: [[Int]] = (0..<count).map { _ in
      (0..<Int.random(in: 0...2, using: &random)).map { _ in
        Int.random(in: 0..<count, using: &random)
      }
    }
    let rings = DependencyGraph(builds(graph)).cycles()
    var seen: Set<Int> = []
    for ring in rings {
      for (edge, next) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
        #expect(edge.to == next.from)
        #expect(graph[edge.from].contains(edge.to))
      }
      let members = Set(ring.map(\.from))
      #expect(members.count == ring.count)
      #expect(!members.isSubset(of: seen))
      seen.formUnion(members)
    }
    // Builds that wait for nothing are taken away until there is none; what stays is in the way.
    var rest = Set(graph.indices)
    for number in graph.indices { graph[number].removeAll { $0 == number } }
    while let free = rest.first(where: { graph[$0].allSatisfy { !rest.contains($0) } }) {
      rest.remove(free)
    }
    #expect(rest.isEmpty == rings.isEmpty)
  }

  @Test(.timeLimit(.minutes(1))) func `rings within rings do not take for ever`() {
    let count = 3_000
    // A chain whose end waits for every build of it, in an order that makes each ring longer.
    let graph = (0..<count).map { $0 + 1 < count ? [$0 + 1] : Array((0..<count - 1).reversed()) }
    let rings = DependencyGraph(builds(graph)).cycles()
    #expect(rings.count > 1)
    #expect(rings.map(\.count).reduce(0, +) <= 3 * count)
  }

  private func builds(_ graph: [[Int]]) -> [BatchBuild] {
    let nowhere = SourceRange(at: 0)
    return graph.enumerated().map { number, others in
      var build = BatchBuild(range: nowhere)
      build.identifier = Located("b\(number)", at: nowhere)
      build.dependsOn = others.map { Located("b\($0)", at: nowhere) }
      return build
    }
  }

  /// Messages for a graph given as who waits for whom.
  private func cycles(_ graph: [String: [String]]) -> [String] {
    let builds = graph.sorted { $0.key < $1.key }.map { name, others in
      "    - identifier: \(name)\n      depend-on: [\(others.joined(separator: ", "))]\n"
    }
    let text = "version: 0.2\nbatch:\n  build-graph:\n" + builds.joined()
    return RuleCheck.findings("BS707", in: text).map(\.message)
  }
}

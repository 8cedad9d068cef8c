import BuildspecLint
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

  /// Messages for a graph given as who waits for whom.
  private func cycles(_ graph: [String: [String]]) -> [String] {
    let builds = graph.sorted { $0.key < $1.key }.map { name, others in
      "    - identifier: \(name)\n      depend-on: [\(others.joined(separator: ", "))]\n"
    }
    let text = "version: 0.2\nbatch:\n  build-graph:\n" + builds.joined()
    return RuleCheck.findings("BS707", in: text).map(\.message)
  }
}

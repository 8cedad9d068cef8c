import BuildPlanning
import BuildspecModel
import Diagnostics

/// Plans of batches that are written in tests.
enum BatchSample {
  static func plan(_ text: String, isOnHost: Bool = true) -> BatchPlan? {
    let source = SourceText(path: "buildspec.yml", text: text)
    return BatchPlanner.plan(BuildspecFile(source: source), isOnHost: isOnHost)
  }

  /// A graph, given as the name of each build and those of the builds that it waits for.
  static func graph(_ builds: [(String, [String])]) -> BatchPlan? {
    let items = builds.map { name, parents in
      "    - identifier: \(name)\n      depend-on: [\(parents.joined(separator: ", "))]\n"
    }
    return plan("version: 0.2\nbatch:\n  build-graph:\n" + items.joined())
  }
}

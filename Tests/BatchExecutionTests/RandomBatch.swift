import BuildPlanning
import TestSupport

/// A batch made by chance, with the time that each build takes.
struct RandomBatch {
  var plan: BatchPlan
  /// Microseconds, by the number of the build.
  var durations: [Int64]
  var jobs: Int

  init(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let count = Int.random(in: 1...40, using: &random)
    let density = Int.random(in: 1...8, using: &random)
    // Numbers that are not in the order of the graph.
    let names = Array(0..<count).shuffled(using: &random)
    var builds = (0..<count).map { PlannedBuild(identifier: "b\($0)") }
    for place in 1..<max(2, count) where place < count {
      let parents = (0..<place).filter { _ in random.chance(density + 1) }.map { names[$0] }
      builds[names[place]].parents = parents.shuffled(using: &random)
    }
    for number in builds.indices {
      builds[number].ignoresFailure = random.chance(3)
      if random.chance(9) {
        builds[number].leftOut = random.pick([
          .option("--skip b\(number)"), .done("run"), .unsupported("no engine"),
        ])
      }
    }
    plan = BatchPlan(
      buildspecPath: "buildspec.yml", kind: .graph, failsFast: random.chance(4), builds: builds)
    durations = (0..<count).map { _ in Int64.random(in: 1...1_000, using: &random) }
    jobs = Int.random(in: 1...6, using: &random)
  }

  /// By identifier.
  var known: [String: Int64] {
    Dictionary(uniqueKeysWithValues: zip(plan.builds.map(\.identifier), durations))
  }
}

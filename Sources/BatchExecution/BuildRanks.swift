package import BuildPlanning

/// How much of the batch hangs on a build: the time from its start to the end of the longest chain of builds
/// behind it, as far as earlier runs tell.
package enum BuildRanks {
  /// By the number of the build.
  /// - Parameter durations: microseconds of earlier runs, by identifier. What is not known is taken for
  ///   their mean.
  /// - Returns: `nil` when nothing is known.
  package static func ranks(_ plan: BatchPlan, durations: [String: Int64]) -> [Int64]? {
    let known = plan.builds.compactMap { durations[$0.identifier] }
    guard !known.isEmpty else { return nil }
    let mean = known.reduce(0, +) / Int64(known.count)
    var ranks = plan.builds.map { durations[$0.identifier] ?? mean }
    let own = ranks
    for number in plan.parentsFirst().reversed() {
      for parent in plan.builds[number].parents {
        ranks[parent] = max(ranks[parent], own[parent] + ranks[number])
      }
    }
    return ranks
  }
}

extension BatchPlan {
  /// The numbers of the builds, each behind all that it waits for.
  func parentsFirst() -> [Int] {
    var missing = builds.map(\.parents.count)
    var children = Array(repeating: [Int](), count: builds.count)
    for (number, build) in builds.enumerated() {
      for parent in build.parents { children[parent].append(number) }
    }
    var order = missing.indices.filter { missing[$0] == 0 }
    var next = 0
    while next < order.count {
      for child in children[order[next]] {
        missing[child] -= 1
        if missing[child] == 0 { order.append(child) }
      }
      next += 1
    }
    return order
  }
}

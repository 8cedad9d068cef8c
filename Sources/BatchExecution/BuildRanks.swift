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
    var ranks = plan.builds.map { $0.leftOut == nil ? durations[$0.identifier] ?? mean : 0 }
    let own = ranks
    for number in plan.order.reversed() {
      for parent in plan.builds[number].parents {
        ranks[parent] = max(ranks[parent], own[parent] + ranks[number])
      }
    }
    return ranks
  }
}

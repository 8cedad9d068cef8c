package import BuildPlanning

/// How test files are split among the builds of a fan-out.
package enum ShardingStrategy: String, CaseIterable, Sendable {
  /// By their order, so that what lies together is tested together.
  case equalDistribution = "equal-distribution"
  /// By each name alone, so that a new file moves no other.
  case stability

  /// The files of one build, in the order of their bytes. Each file belongs to exactly one of the
  /// builds, in whatever order and however often it is listed.
  package func part(_ shard: Shard, of files: [[UInt8]]) -> [[UInt8]] {
    let sorted = Set(files).sorted { $0.lexicographicallyPrecedes($1) }
    return switch self {
    case .equalDistribution: Array(sorted[EqualDistribution.range(shard, of: sorted.count)])
    case .stability:
      sorted.filter { ConsistentHash.bucket(of: $0, among: shard.count) == shard.number - 1 }
    }
  }
}

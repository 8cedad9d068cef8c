import BuildPlanning

/// Cuts a list into pieces whose lengths differ by one at most, the longer ones first.
enum EqualDistribution {
  /// Where the shard's piece of a list of `count` is.
  static func range(_ shard: Shard, of count: Int) -> Range<Int> {
    let (length, longer) = count.quotientAndRemainder(dividingBy: shard.count)
    func start(_ index: Int) -> Int { index * length + min(index, longer) }
    return start(shard.number - 1)..<start(shard.number)
  }
}

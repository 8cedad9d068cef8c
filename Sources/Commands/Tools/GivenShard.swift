import BuildPlanning

/// The part of a fan-out that the variables of a build name.
enum GivenShard {
  /// `nil` outside of a fan-out.
  static func read(_ environment: [String: String]) throws(ToolError) -> Shard? {
    let number = environment[Shard.numberVariable]
    let count = environment[Shard.countVariable]
    if number == nil, count == nil { return nil }
    guard let shards = count.flatMap({ Int($0) }), shards >= 1 else {
      throw .usage("\(shown(Shard.countVariable, count)): expected a number of builds")
    }
    guard let shard = number.flatMap({ Int($0) }), 1...shards ~= shard else {
      throw .usage("\(shown(Shard.numberVariable, number)): expected a number from 1 to \(shards)")
    }
    return Shard(number: shard, count: shards)
  }

  private static func shown(_ name: String, _ value: String?) -> String {
    value.map { "\(name)=\($0)" } ?? "\(name) is not set"
  }
}

/// One of the builds among which a fan-out splits its tests.
package struct Shard: Codable, Hashable, Sendable {
  /// From 1 to `count`.
  package var number: Int
  package var count: Int

  package init(number: Int, count: Int) {
    self.number = number
    self.count = count
  }

  /// Name of the variable that tells `codebuild-tests-run` the number.
  package static let numberVariable = "BUILDSPEC_SHARD"

  /// Name of the variable that tells it the count.
  package static let countVariable = "BUILDSPEC_SHARDS"
}

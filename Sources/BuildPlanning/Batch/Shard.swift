/// One of the builds among which a fan-out splits its tests.
package struct Shard: Codable, Hashable, Sendable {
  /// From 1 to `count`.
  package var number: Int
  package var count: Int

  package init(number: Int, count: Int) {
    self.number = number
    self.count = count
  }
}

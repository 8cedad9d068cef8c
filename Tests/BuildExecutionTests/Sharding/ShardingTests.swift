import BuildPlanning
import TestSupport
import Testing

@testable import BuildExecution

/// How files are split, for lists and counts of all kinds.
struct ShardingTests {
  /// Lists of file names, some of them strange, in random order.
  private static func lists(_ count: Int, upTo limit: Int, seed: UInt64) -> [[[UInt8]]] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in
      var names: Set<[UInt8]> = []
      for _ in 0..<Int.random(in: 0...limit, using: &random) {
        let folder = random.pick(["", "src/", "a b/", "ü/"])
        let bytes = (0..<8).map { _ in UInt8.random(in: 11...255, using: &random) }
        names.insert(Array(folder.utf8) + bytes)
      }
      return names.shuffled(using: &random)
    }
  }

  private func parts(
    _ strategy: ShardingStrategy, _ files: [[UInt8]], _ count: Int
  ) -> [[[UInt8]]] {
    (1...count).map { strategy.part(Shard(number: $0, count: count), of: files) }
  }

  @Test(arguments: ShardingStrategy.allCases)
  func `each file is in exactly one part, whatever the order`(_ strategy: ShardingStrategy) {
    var random = SeededRandom(seed: 1)
    for files in Self.lists(20, upTo: 30, seed: 2) {
      let count = Int.random(in: 1...20, using: &random)
      let parts = parts(strategy, files, count)
      let all = parts.flatMap(\.self)
      #expect(all.count == files.count)
      #expect(Set(all) == Set(files))
      let listedTwice = (files + files).shuffled(using: &random)
      #expect(self.parts(strategy, listedTwice, count) == parts)
    }
  }

  @Test func `equal parts differ by one file at most, and keep the order`() {
    var random = SeededRandom(seed: 3)
    for files in Self.lists(100, upTo: 100, seed: 4) {
      let parts = parts(.equalDistribution, files, Int.random(in: 1...30, using: &random))
      let sizes = parts.map(\.count)
      #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
      #expect(parts.flatMap(\.self) == files.sorted { $0.lexicographicallyPrecedes($1) })
    }
  }

  @Test func `equal parts of few files`() {
    func parts(_ names: String, _ count: Int) -> [String] {
      let files = names.split(separator: " ").map { Array($0.utf8) }
      return self.parts(.equalDistribution, files, count).map { part in
        part.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
      }
    }
    #expect(parts("e d c b a", 2) == ["a b c", "d e"])
    #expect(parts("b a", 4) == ["a", "b", "", ""])
    #expect(parts("", 2) == ["", ""])
  }

  @Test func `with stability a file that comes or goes moves no other`() {
    var random = SeededRandom(seed: 5)
    for files in Self.lists(20, upTo: 30, seed: 6) where !files.isEmpty {
      let count = Int.random(in: 1...20, using: &random)
      let gone = files.randomElement(using: &random) ?? []
      let before = parts(.stability, files, count)
      let after = parts(.stability, files.filter { $0 != gone }, count)
      #expect(after == before.map { $0.filter { $0 != gone } })
    }
  }

  @Test(arguments: [1, 2, 3, 5, 10, 24])
  func `with stability one build more takes its even share, and no file moves elsewhere`(
    count: Int
  ) {
    let total = 1_000
    var sizes = [Int](repeating: 0, count: count + 1)
    for number in 0..<total {
      let name = Array("src/test/java/dev/Case\(number)Test.java".utf8)
      let before = ConsistentHash.bucket(of: name, among: count)
      let after = ConsistentHash.bucket(of: name, among: count + 1)
      #expect(after == before || after == count)
      sizes[after] += 1
    }
    let share = Double(total) / Double(count + 1)
    // Five standard deviations of a fair draw.
    let slack = 5 * (share * (1 - 1 / Double(count + 1))).squareRoot()
    for size in sizes { #expect(abs(Double(size) - share) < slack) }
  }

  @Test(arguments: ShardingStrategy.allCases)
  func `no count is too large`(_ strategy: ShardingStrategy) {
    for number in 0..<200 {
      let files = [Array("file \(number)".utf8)]
      for place in [1, Int.max] {
        #expect(strategy.part(Shard(number: place, count: .max), of: files).count <= 1)
      }
    }
  }

  @Test func `who is in which part does not change from one release to the next`() {
    let files = (0..<12).map { Array("tests/test_\($0).py".utf8) }
    let numbers = files.map { file in
      parts(.stability, files, 4).firstIndex { $0.contains(file) }.map { $0 + 1 } ?? 0
    }
    #expect(numbers == [1, 2, 1, 1, 3, 2, 1, 1, 3, 3, 1, 2])
  }
}

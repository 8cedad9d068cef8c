import Diagnostics
import TestSupport
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("pre-build", "pre_build"), ("preBuild", "pre_build"), ("biuld", "build"),
    ("POST_BUILD", "post_build"), ("finaly", "finally"), ("runtime-verions", "runtime-versions"),
    ("artifact", "artifacts"), ("instal", "install"),
  ])
  func `the word that was meant is found`(_ word: String, _ meant: String) {
    let candidates = [
      "install", "pre_build", "build", "post_build", "finally", "runtime-versions", "artifacts",
    ]
    #expect(Suggestion.nearest(to: word, in: candidates) == meant)
  }

  @Test(arguments: ["deploy", "", "xyz", "tests"])
  func `nothing is guessed from afar`(_ word: String) {
    #expect(Suggestion.nearest(to: word, in: ["install", "build", "phases"]) == nil)
  }

  @Test(.timeLimit(.minutes(5))) func `a word of megabytes takes no long time`() {
    let word = String(repeating: "a", count: 8 << 20)
    let candidates = (100..<300).map { "candidate-\($0)" }
    #expect(Suggestion.nearest(to: word, in: candidates) == nil)
  }

  @Test(arguments: 0..<200)
  func `the distance is that of the whole table`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    func word() -> String {
      String(
        (0..<Int.random(in: 1...12, using: &random)).map { _ in "abc".randomElement(using: &random)!
        })
    }
    let (given, candidates) = (word(), (0..<5).map { _ in word() })
    let limit = min(3, max(1, given.count / 3))
    let distances = candidates.map { distance(Array(given), Array($0)) }
    let nearest = distances.indices.filter { distances[$0] <= limit }
      .min { distances[$0] < distances[$1] }
    #expect(Suggestion.nearest(to: given, in: candidates) == nearest.map { candidates[$0] })
  }

  /// Edit distance by its definition.
  private func distance(_ left: [Character], _ right: [Character]) -> Int {
    var table = Array(repeating: Array(0...right.count), count: left.count + 1)
    for i in 1...left.count {
      table[i][0] = i
      for j in 1...right.count {
        let cost = left[i - 1] == right[j - 1] ? 0 : 1
        table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + cost)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table[left.count][right.count]
  }
}

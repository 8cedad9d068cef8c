import Diagnostics
import TestSupport
import Testing

struct BytePairsTests {
  private let text = "version: 0.2\nphases:\n  build:\n"
  private var pairs: BytePairs { BytePairs(Array(text.utf8)) }

  @Test(arguments: ["phases", "build:", "0.2", "v", "", "\n  b"] as [StaticString])
  func `what is there may be there`(_ word: StaticString) {
    #expect(pairs.mayHold(word))
    #expect(PairMask(text).mayHold(word))
    var words = WordPairs()
    let group = words.add(["curl", word])
    #expect(pairs.mayHold(group, of: words))
  }

  @Test(arguments: ["curl", "CODEBUILD_", "get-login", "[["] as [StaticString])
  func `what lacks a pair is not there`(_ word: StaticString) {
    #expect(!pairs.mayHold(word))
    var words = WordPairs()
    let group = words.add([word, "docker"])
    #expect(!pairs.mayHold(group, of: words))
  }

  @Test func `groups are told apart`() {
    var words = WordPairs()
    let (absent, present, none) = (words.add(["curl"]), words.add(["phases"]), words.add([]))
    #expect(!pairs.mayHold(absent, of: words))
    #expect(pairs.mayHold(present, of: words))
    #expect(none.isEmpty && !present.isEmpty)
  }

  @Test func `a short text lacks most words`() {
    let mask = PairMask("npm ci")
    let absent: [StaticString] = ["docker", "curl", "aws", "export", "CODEBUILD_", "set -"]
    #expect(absent.filter(mask.mayHold).count <= 1)
  }

  /// The search starts from the rarest byte of a word, wherever that stands in it.
  @Test func `each piece of a text is found`() {
    var random = SeededRandom(seed: 4)
    let letters = Array("ab \n-Zq".utf8)
    for _ in 0..<2_000 {
      let text = (0..<30).map { _ in random.pick(letters) }
      let start = Int.random(in: 0..<text.count, using: &random)
      let piece = text[start..<Int.random(in: start + 1...text.count, using: &random)]
      let string = String(decoding: text, as: UTF8.self)
      #expect(string.holds(String(decoding: piece, as: UTF8.self)))
      #expect(!string.holds(String(decoding: piece, as: UTF8.self) + "!"))
    }
  }
}

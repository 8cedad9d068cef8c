import Diagnostics
import TestSupport
import Testing

struct WordFinderTests {
  private let text = "version: 0.2\nphases:\n  build:\n"

  @Test(
    arguments: ["phases", "build:", "0.2", ": ", "v", "\n  b", "ver", "d:\n"] as [StaticString])
  func `what is there is found`(_ word: StaticString) {
    var finder = WordFinder()
    let group = finder.add(["curl", word])
    let found = finder.find(in: Array(text.utf8))
    #expect(found.hasAny(of: group))
    #expect(finder.isFound(word, in: found) != false)
    #expect(PairMask(text).mayHold(word))
  }

  @Test(arguments: ["curl", "CODEBUILD_", "get-login", "[[", "$", "phase:"] as [StaticString])
  func `what is not there is not found`(_ word: StaticString) {
    var finder = WordFinder()
    let group = finder.add([word, "docker"])
    let found = finder.find(in: Array(text.utf8))
    #expect(!found.hasAny(of: group))
    #expect(finder.isFound(word, in: found) != true)
  }

  @Test func `groups are told apart, also when they share words`() {
    var finder = WordFinder()
    let (absent, present) = (finder.add(["curl"]), finder.add(["phases", "curl"]))
    let none = finder.add([])
    let found = finder.find(in: Array(text.utf8))
    #expect(!found.hasAny(of: absent))
    #expect(found.hasAny(of: present))
    #expect(none.isEmpty && !present.isEmpty)
    #expect(finder.isFound("docker", in: found) == nil)
  }

  @Test func `short texts are searched too`() {
    var finder = WordFinder()
    let group = finder.add(["phases", "ab"])
    for (text, isThere) in [("", false), ("a", false), ("ab", true), ("phase", false)] {
      #expect(finder.find(in: Array(text.utf8)).hasAny(of: group) == isThere)
    }
  }

  /// Texts of few letters have many words that begin alike and overlap.
  @Test func `finds what a plain search finds`() {
    let list: [StaticString] = ["aab", "aba", "abab", "bbb", "aaaaa", "ba", "babba", "ab b", " a"]
    var finder = WordFinder()
    let groups = list.map { finder.add([$0]) }
    var random = SeededRandom(seed: 9)
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        random.pick(Array("ab ".utf8))
      }
      let found = finder.find(in: text)
      for (word, group) in zip(list, groups) {
        #expect(found.hasAny(of: group) == ByteSearch.contains(word, in: text))
      }
    }
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

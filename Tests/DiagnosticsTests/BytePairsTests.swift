import Diagnostics
import Testing

struct BytePairsTests {
  private let pairs = BytePairs(Array("version: 0.2\nphases:\n  build:\n".utf8))

  @Test func `what is there may be there`() {
    for word: StaticString in ["phases", "build:", "0.2", "v", "", "\n  b"] {
      #expect(pairs.mayHold(word), "\(word)")
    }
  }

  @Test func `what lacks a pair is not there`() {
    for word: StaticString in ["curl", "CODEBUILD_", "get-login", "[["] {
      #expect(!pairs.mayHold(word), "\(word)")
    }
  }
}

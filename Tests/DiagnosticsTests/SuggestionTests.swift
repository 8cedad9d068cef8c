import Diagnostics
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
}

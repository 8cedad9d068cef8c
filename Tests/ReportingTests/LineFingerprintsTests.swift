import TestSupport
import Testing

@testable import Reporting

@Suite struct LineFingerprintsTests {
  /// The values that GitHub's action gives for these texts.
  @Test(arguments: [
    ("", ["c129715d7a2bc9a3:1"]),
    (
      " a\nb\n  \t\tc\n d",
      ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]
    ),
    (
      " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
      [
        "8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1",
        "b86d3392aea1be30:1", "e6ceba753e1a442:1",
      ]
    ),
  ])
  func `lines have the fingerprints that GitHub computes`(_ text: String, _ expected: [String]) {
    for text in [text, text.replacing("\n", with: "\r\n"), text.replacing("\n", with: "\r")] {
      let fingerprints = LineFingerprints(Array(text.utf8))
      #expect((1...expected.count).map(fingerprints.line) == expected)
    }
  }

  @Test func `equal lines are counted`() {
    let line = String(repeating: "x", count: 200) + "\n"
    let fingerprints = LineFingerprints(Array((line + line).utf8))
    let (first, second) = (fingerprints.line(1), fingerprints.line(2))
    #expect(first.hasSuffix(":1"))
    #expect(second == first.dropLast() + "2")
  }

  @Test func `a line added far above changes nothing`() {
    let text = (0..<50).map { "line number \($0)\n" }.joined()
    let before = LineFingerprints(Array(text.utf8))
    let after = LineFingerprints(Array(("added\n" + text).utf8))
    #expect((1...50).allSatisfy { before.line($0) == after.line($0 + 1) })
  }
}

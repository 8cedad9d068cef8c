import Testing

@testable import Commands

struct BuildDurationTests {
  @Test(arguments: [
    ("90s", 90), ("15m", 900), ("1h30m", 5_400), ("1h", 3_600), ("2m05s", 125), ("7d", 604_800),
  ])
  func `time spans with units are read`(text: String, seconds: Int) {
    #expect(BuildDuration(argument: text)?.seconds == seconds)
  }

  @Test(arguments: ["", "15", "m", "0s", "-5m", "1w", "1h30", "1.5h", "99999999999999999999s"])
  func `anything else is refused`(text: String) {
    #expect(BuildDuration(argument: text) == nil)
  }
}

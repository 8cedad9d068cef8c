import BuildspecModel
import Testing

@Suite struct OnFailureTests {
  @Test(arguments: [
    ("ABORT", OnFailure.abort), ("continue", .continue), ("RETRY", .retry(count: 3, pattern: ".*")),
    ("RETRY-5", .retry(count: 5, pattern: ".*")), ("Retry-x.*", .retry(count: 3, pattern: "x.*")),
    ("RETRY-8-invalid+", .retry(count: 8, pattern: "invalid+")),
    ("RETRY-3rd", .retry(count: 3, pattern: "3rd")), ("RETRY-0", .retry(count: 0, pattern: ".*")),
  ])
  func `the documented forms are read`(_ text: String, _ meaning: OnFailure) {
    #expect(OnFailure(text) == meaning)
  }

  @Test(arguments: ["", "STOP", "RETRY-", "RETRY-101", "RETRY-999999999999999999999", "RETRYX"])
  func `other texts are refused`(_ text: String) {
    #expect(OnFailure(text) == nil)
  }
}

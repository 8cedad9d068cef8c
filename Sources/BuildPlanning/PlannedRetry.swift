/// `on-failure: RETRY`: when this phase fails, the build begins again.
package struct PlannedRetry: Codable, Hashable, Sendable {
  /// How often at most.
  package var count: Int
  /// What the error must match, as a regular expression.
  package var pattern: String

  package init(count: Int, pattern: String) {
    self.count = count
    self.pattern = pattern
  }

  /// Whether the pattern can be read here; the service reads those of Go.
  package var isReadable: Bool { (try? Regex(pattern)) != nil }
}

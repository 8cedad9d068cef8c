/// The meaning of `on-failure`.
package enum OnFailure: Hashable, Sendable {
  case abort
  case `continue`
  /// Retry the build up to `count` times when the error message matches `pattern`.
  case retry(count: Int, pattern: String)

  /// Reads `ABORT`, `CONTINUE`, `RETRY`, `RETRY-<count>`, `RETRY-<regex>` and
  /// `RETRY-<count>-<regex>`. The keyword may have any case, since AWS's own examples mix it; digits
  /// alone are a count. `nil` when the text has none of these forms or the count is above 100.
  package init?(_ text: String) {
    switch text.uppercased() {
    case "ABORT": self = .abort
    case "CONTINUE": self = .continue
    case "RETRY": self = .retry(count: Self.defaultCount, pattern: Self.anything)
    default:
      guard text.uppercased().hasPrefix("RETRY-") else { return nil }
      self.init(retryOperand: text.dropFirst("RETRY-".count))
    }
  }

  private init?(retryOperand text: Substring) {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard !text.isEmpty else { return nil }
    if digits.isEmpty || !(rest.isEmpty || rest.hasPrefix("-")) {
      self = .retry(count: Self.defaultCount, pattern: String(text))
      return
    }
    guard let count = Int(digits), count <= Self.maximumCount else { return nil }
    let pattern = rest.dropFirst()
    self = .retry(count: count, pattern: pattern.isEmpty ? Self.anything : String(pattern))
  }

  package static let defaultCount = 3
  package static let maximumCount = 100
  private static let anything = ".*"
}

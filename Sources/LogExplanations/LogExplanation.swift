/// What a line of a log means.
package struct LogExplanation: Sendable {
  package let message: LogMessage
  /// The line, without colors and other control characters.
  package let line: String
  /// The phase it stands in, when the log says so.
  package internal(set) var phase: String?
  package let cause: String
  package let look: String
  package let advice: String

  init(_ message: LogMessage, line: String, gaps: [String: String]) {
    self.message = message
    self.line = line
    cause = Self.filled(message.cause, gaps) ?? message.cause
    look = message.look.lazy.compactMap { Self.filled($0, gaps) }.first ?? ""
    advice = Self.filled(message.advice, gaps) ?? message.advice
  }

  /// The text with its gaps filled, or nil when one is not known.
  static func filled(_ text: String, _ gaps: [String: String]) -> String? {
    var output = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      output += rest[..<open]
      guard let value = value(rest[rest.index(after: open)..<close], gaps) else { return nil }
      output += value
      rest = rest[rest.index(after: close)...]
    }
    return output + rest
  }

  private static func value(_ gap: Substring, _ gaps: [String: String]) -> String? {
    guard gap.hasSuffix("+1") else { return gaps[String(gap)] }
    guard let number = gaps[String(gap.dropLast(2))].flatMap(Int.init), number < .max else {
      return nil
    }
    return String(number + 1)
  }
}

/// A message of a build log that is understood: its words, and what to do about it.
///
/// The texts may name the gaps of the patterns: `{name}`, and `{name+1}` for the number after it.
package struct LogMessage: Sendable {
  package enum Kind: Sendable {
    /// Names one cause.
    case cause
    /// Says that something went wrong; a line near it says what.
    case general
    /// Says nothing bad.
    case harmless
  }

  /// Kebab case.
  package let name: String
  package let kind: Kind
  let patterns: [LogPattern]
  let cause: String
  /// Where to look; the first text whose gaps are all known counts.
  let look: [String]
  let advice: String
  /// Codes of the rules of `lint` that find this before a build does.
  package let rules: [String]
  package let source: String

  init(
    _ name: String, _ patterns: [String], kind: Kind = .cause, cause: String, look: [String],
    advice: String, rules: [String] = [], source: String
  ) {
    self.name = name
    self.kind = kind
    self.patterns = patterns.map(LogPattern.init)
    self.cause = cause
    self.look = look
    self.advice = advice
    self.rules = rules
    self.source = source
  }

  init(
    _ name: String, _ patterns: String..., kind: Kind = .cause, cause: String, look: String,
    advice: String, rules: [String] = [], source: String
  ) {
    self.init(
      name, patterns, kind: kind, cause: cause, look: [look], advice: advice, rules: rules,
      source: source)
  }
}

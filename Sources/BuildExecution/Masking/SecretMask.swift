/// Knows a number of secrets in all their forms, and replaces them in texts.
package struct SecretMask: Sendable {
  /// What stands in the place of a secret, as in the service's log.
  package static let replacement = "***"

  let automaton: PatternAutomaton
  let skip: PatternSkip
  /// Whether there is nothing to look for.
  package let isEmpty: Bool

  /// - Parameter values: secrets; those too short to be told from other text are passed over.
  package init(_ values: some Sequence<String>) {
    let forms = values.reduce(into: Set()) { $0.formUnion(SecretForms.all(of: $1)) }
    self = forms.isEmpty ? Self.none : Self(patterns: Array(forms))
  }

  /// Made once: the tables are large also when they are empty.
  private static let none = Self(patterns: [])

  /// - Parameter patterns: each of at least `PatternSkip.shortest` bytes.
  private init(patterns: [[UInt8]]) {
    automaton = PatternAutomaton(patterns)
    skip = PatternSkip(patterns)
    isEmpty = patterns.isEmpty
  }

  /// The text without the secrets.
  package func masked(_ text: String) -> String {
    guard !isEmpty else { return text }
    var masker = StreamMasker(self)
    var bytes: [UInt8] = []
    masker.feed(Array(text.utf8)[...]) { bytes += $0 }
    masker.finish { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }
}

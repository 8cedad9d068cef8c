import TestSupport

/// What ends a line in YAML 1.1, and what stands for it in a scalar's text.
struct LineBreakKind {
  let source: String
  let decoded: String

  /// Whether folding makes a space of it.
  var isFoldable: Bool { decoded == "\n" }

  /// Mostly the break of the document, rarely one of those that only YAML 1.1 has.
  static func random(_ document: String, _ random: inout SeededRandom) -> LineBreakKind {
    switch Int.random(in: 0..<50, using: &random) {
    case 0: LineBreakKind(source: "\u{85}", decoded: "\n")
    case 1: LineBreakKind(source: "\u{2028}", decoded: "\u{2028}")
    case 2: LineBreakKind(source: "\u{2029}", decoded: "\u{2029}")
    default: LineBreakKind(source: document, decoded: "\n")
    }
  }
}

/// Whether a pattern lets an id pass that only has a part in common with the one that was meant.
struct IDPattern {
  enum Syntax { case glob, extended, basic, fixed }

  /// What a piece of the pattern means for the digits beside it.
  enum Token: Equatable {
    /// A digit of an id, or a variable that may hold one.
    case digit, other
    /// The id that is asked about.
    case id
    /// One sign that may be a digit.
    case any
    /// Any number of signs.
    case run
    /// Nothing that may be a digit: the begin or end of the text, the edge of a word, another sign.
    case edge
    case open, close, bar
  }

  private let tokens: [Token]
  private let isFixed: Bool
  /// Whether no digit can stand before, or after, each place between two tokens.
  private let isClosedBefore: [Bool]
  private let isClosedAfter: [Bool]

  init(_ text: IDText, _ syntax: Syntax) {
    tokens = IDPatternReader.tokens(of: text.units, syntax)
    isFixed = syntax == .fixed
    isClosedBefore = IDPatternEdges.before(tokens)
    isClosedAfter = IDPatternEdges.after(tokens)
  }

  /// Whether some id in the pattern may be a part of a longer one.
  func matchesLongerID() -> Bool {
    // A variable alone may hold the anchors, too.
    guard isFixed || tokens.contains(where: { $0 != .other && $0 != .bar }) else { return false }
    var index = 0
    while index < tokens.count {
      let start = index
      while index < tokens.count, Self.isOfID(tokens[index]) { index += 1 }
      let run = tokens[start..<index]
      if run.contains(.digit) || run.contains(.other), !isClosed(start, index) { return true }
      index = max(index, start + 1)
    }
    return false
  }

  /// Whether the id that is asked about may be found inside of another.
  func findsPartOfID() -> Bool {
    tokens.indices.contains { tokens[$0] == .id && !isClosed($0, $0 + 1) }
  }

  private static func isOfID(_ token: Token) -> Bool {
    token == .digit || token == .other || token == .any
  }

  private func isClosed(_ start: Int, _ end: Int) -> Bool {
    isClosedBefore[start] && isClosedAfter[end]
  }
}

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

  init(_ text: IDText, _ syntax: Syntax) {
    tokens = IDPatternReader.tokens(of: text.units, syntax)
    isFixed = syntax == .fixed
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

  // MARK: Neighbours

  private func isClosed(_ start: Int, _ end: Int) -> Bool {
    isClosed(before: start) && isClosed(after: end)
  }

  /// Whether no digit can stand before this place.
  private func isClosed(before place: Int) -> Bool {
    var index = place - 1
    while index >= 0 {
      switch tokens[index] {
      case .edge: return true
      case .open: index -= 1
      case .bar:
        guard let opening = opening(of: index) else { return false }
        index = opening - 1
      case .close: return isEdge(groupEndingAt: index)
      default: return false
      }
    }
    return false
  }

  private func isClosed(after place: Int) -> Bool {
    var index = place
    while index < tokens.count {
      switch tokens[index] {
      case .edge: return true
      case .close: index += 1
      case .bar:
        guard let closing = closing(of: index) else { return false }
        index = closing + 1
      case .open:
        guard let closing = closing(of: index + 1) else { return false }
        return isEdge(groupEndingAt: closing)
      default: return false
      }
    }
    return false
  }

  /// Whether a group is nothing but edges, such as `(^|,)`.
  private func isEdge(groupEndingAt closing: Int) -> Bool {
    guard let opening = opening(of: closing) else { return false }
    let inner = tokens[(opening + 1)..<closing]
    return inner.contains(.edge) && inner.allSatisfy { $0 == .edge || $0 == .bar }
  }

  /// The begin of the group that a place is in.
  private func opening(of place: Int) -> Int? {
    var level = 0
    for index in stride(from: place - 1, through: 0, by: -1) {
      if tokens[index] == .close { level += 1 }
      guard tokens[index] == .open else { continue }
      if level == 0 { return index }
      level -= 1
    }
    return nil
  }

  private func closing(of place: Int) -> Int? {
    var level = 0
    for index in tokens.indices.dropFirst(place) {
      if tokens[index] == .open { level += 1 }
      guard tokens[index] == .close else { continue }
      if level == 0 { return index }
      level -= 1
    }
    return nil
  }
}

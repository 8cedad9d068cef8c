/// Tells for each place of a pattern whether a digit can stand beside it, in one pass.
enum IDPatternEdges {
  private typealias Token = IDPattern.Token

  /// For the place before each token, and the one behind the last.
  static func before(_ tokens: [IDPattern.Token]) -> [Bool] {
    walk(tokens, opening: .open, closing: .close)
  }

  /// The same in the other direction.
  static func after(_ tokens: [IDPattern.Token]) -> [Bool] {
    walk(tokens.reversed(), opening: .close, closing: .open).reversed()
  }

  /// A group that is not at its end yet.
  private struct Group {
    /// Of the place before it.
    var isClosed: Bool
    /// Whether nothing but edges was in it, such as in `(^|,)`.
    var isEdge = true
    var isEmpty = true
  }

  private static func walk(_ tokens: [Token], opening: Token, closing: Token) -> [Bool] {
    var places = [false]
    places.reserveCapacity(tokens.count + 1)
    var groups: [Group] = []
    for token in tokens {
      var isClosed = token == .edge
      if token == opening {
        isClosed = places[places.count - 1]
        groups.append(Group(isClosed: isClosed))
      } else if token == closing {
        let group = groups.popLast()
        isClosed = group.map { $0.isEdge && !$0.isEmpty } ?? false
        if !groups.isEmpty { groups[groups.count - 1].isEdge = false }
      } else if token == .bar {
        isClosed = groups.last?.isClosed ?? false
      } else if !groups.isEmpty {
        groups[groups.count - 1].isEmpty = false
        if token != .edge { groups[groups.count - 1].isEdge = false }
      }
      places.append(isClosed)
    }
    return places
  }
}

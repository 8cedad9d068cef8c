/// Words as the places that their pairs of bytes have in `BytePairs`, all in one list: to ask for many
/// words is a walk along it.
package struct WordPairs: Sendable {
  /// Some words of the list, of which any will do.
  package struct Group: Sendable {
    fileprivate var start = 0
    fileprivate var end = 0

    package var isEmpty: Bool { start == end }
  }

  /// The places of each word, ended by `end`.
  private var places: [UInt16] = []
  private static let end = UInt16.max

  package init() {}

  package mutating func add(_ words: [StaticString]) -> Group {
    var group = Group()
    group.start = places.count
    for word in words {
      word.withUTF8Buffer { word in
        for index in 1..<max(word.count, 1) {
          places.append(UInt16(BytePairs.place(word[index - 1], word[index])))
        }
      }
      places.append(Self.end)
    }
    group.end = places.count
    return group
  }

  /// Whether a word of the group may occur in a text with these pairs; `false` is certain.
  func mayHold(_ group: Group, in isThere: [Bool]) -> Bool {
    var index = group.start
    while index < group.end {
      while places[index] != Self.end, isThere[Int(places[index])] { index += 1 }
      if places[index] == Self.end { return true }
      while places[index] != Self.end { index += 1 }
      index += 1
    }
    return false
  }
}

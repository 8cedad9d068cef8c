/// Which pairs of neighbouring bytes a text has: one pass over it, after which most words that do not
/// occur are told without another look at the text.
package struct BytePairs: Sendable {
  /// Whether there is a pair for each place in the table, which some pairs share.
  private let isThere: [Bool]

  package init(_ bytes: [UInt8]) {
    var isThere = [Bool](repeating: false, count: Self.size)
    isThere.withUnsafeMutableBufferPointer { isThere in
      bytes.withUnsafeBufferPointer { bytes in
        for index in 1..<max(bytes.count, 1) {
          isThere[Self.place(bytes[index - 1], bytes[index])] = true
        }
      }
    }
    self.isThere = isThere
  }

  private init(isThere: [Bool]) {
    self.isThere = isThere
  }

  /// Those of a text that is not known: it may hold any word.
  package static let unknown = BytePairs(isThere: [Bool](repeating: true, count: size))

  /// Whether the word may occur; `false` is certain.
  package func mayHold(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { word in
      for index in 1..<max(word.count, 1) where !isThere[Self.place(word[index - 1], word[index])] {
        return false
      }
      return true
    }
  }

  /// Whether a word of the group may occur; `false` is certain.
  package func mayHold(_ group: WordPairs.Group, of words: WordPairs) -> Bool {
    words.mayHold(group, in: isThere)
  }

  private static let size = 1 << 12

  /// Letters of one case differ in their last five bits, so few pairs of them share a place.
  static func place(_ left: UInt8, _ right: UInt8) -> Int {
    (Int(left) &<< 5 ^ Int(right)) & (size - 1)
  }
}

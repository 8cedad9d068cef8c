/// Finds which words of a list a text holds, in one pass over the text.
package struct WordFinder: Sendable {
  /// Some words of the list, of which any will do.
  package struct Group: Sendable {
    fileprivate let members: Range<Int>

    package var isEmpty: Bool { members.isEmpty }
  }

  /// The words that a text holds.
  package struct Found: Sendable {
    /// One for each word of the list.
    fileprivate let isThere: [Bool]
    fileprivate let members: [Int]

    /// Whether the text holds a word of the group.
    package func hasAny(of group: Group) -> Bool {
      for member in group.members where isThere[members[member]] { return true }
      return false
    }
  }

  private struct Word {
    let text: StaticString
    let initial: UInt8
    /// Where the three bytes start by which the word is found: some that few texts have.
    let key: Int
    /// The word to look for next where this one may be.
    let next: UInt16
  }

  private var words: [Word] = []
  /// The words of all groups.
  private var members: [Int] = []
  /// The word to look for first where three bytes are met, by the place of those.
  private var first = [UInt16](repeating: none, count: places)
  /// Shorter words are looked for one by one; there are few.
  private static let keySize = 3
  private static let none = UInt16.max

  package init() {}

  package mutating func add(_ texts: [StaticString]) -> Group {
    let start = members.count
    for text in texts { members.append(known(text) ?? append(text)) }
    return Group(members: start..<members.count)
  }

  /// Whether a word is among those found; `nil` when it is not in the list.
  package func isFound(_ text: StaticString, in found: Found) -> Bool? {
    known(text).map { found.isThere[$0] }
  }

  /// The place of a word in the list.
  private func known(_ text: StaticString) -> Int? {
    text.withUTF8Buffer { bytes in
      guard let key = Self.key(of: bytes) else { return nil }
      var next = first[key.place]
      while next != Self.none {
        let word = words[Int(next)]
        if word.text.withUTF8Buffer({ ByteSearch.areEqual($0, bytes) }) { return Int(next) }
        next = word.next
      }
      return nil
    }
  }

  private mutating func append(_ text: StaticString) -> Int {
    let key = text.withUTF8Buffer(Self.key)
    let next = key.map { first[$0.place] } ?? Self.none
    let initial = text.withUTF8Buffer { $0.first ?? 0 }
    words.append(Word(text: text, initial: initial, key: key?.start ?? 0, next: next))
    if let key { first[key.place] = UInt16(words.count - 1) }
    return words.count - 1
  }

  /// Where the key of a word starts in it and stands in the table; short words have none.
  private static func key(of word: UnsafeBufferPointer<UInt8>) -> (start: Int, place: Int)? {
    guard word.count >= keySize else { return nil }
    let start = min(ByteSearch.rarest(word), word.count - keySize)
    return (start, word[start..<start + keySize].reduce(0, place))
  }

  package func find(in text: [UInt8]) -> Found {
    var isThere = [Bool](repeating: false, count: words.count)
    for index in words.indices where words[index].text.utf8CodeUnitCount < Self.keySize {
      isThere[index] = ByteSearch.contains(words[index].text, in: text)
    }
    isThere.withUnsafeMutableBufferPointer { isThere in
      first.withUnsafeBufferPointer { first in
        text.withUnsafeBufferPointer { find(in: $0, first, isThere) }
      }
    }
    return Found(isThere: isThere, members: members)
  }

  /// Takes four bytes with one question, since most have no word behind them.
  private func find(
    in text: UnsafeBufferPointer<UInt8>, _ first: UnsafeBufferPointer<UInt16>,
    _ isThere: UnsafeMutableBufferPointer<Bool>
  ) {
    var place = 0
    var start = 0
    while start + 4 <= text.count {
      let before = place
      var word = Self.none
      for index in start..<start + 4 {
        place = Self.place(place, text[index])
        word &= first[place]
      }
      if word != Self.none { look(from: before, at: start..<start + 4, in: text, first, isThere) }
      start += 4
    }
    look(from: place, at: start..<text.count, in: text, first, isThere)
  }

  /// Looks for the words whose keys end in a range of the text. Apart from the pass over the text,
  /// which is twice as fast with nothing else to keep in registers.
  @inline(never)
  private func look(
    from place: Int, at range: Range<Int>, in text: UnsafeBufferPointer<UInt8>,
    _ first: UnsafeBufferPointer<UInt16>, _ isThere: UnsafeMutableBufferPointer<Bool>
  ) {
    var place = place
    for end in range {
      place = Self.place(place, text[end])
      var next = first[place]
      while next != Self.none {
        let index = Int(next)
        let start = end + 1 - Self.keySize - words[index].key
        if !isThere[index], start >= 0, text[start] == words[index].initial {
          isThere[index] = ByteSearch.starts(text[start...], with: words[index].text)
        }
        next = words[index].next
      }
    }
  }

  /// The place of the last three bytes, made of that of those before and the next byte.
  private static func place(_ place: Int, _ byte: UInt8) -> Int {
    (place &<< 4 ^ Int(byte)) & (places - 1)
  }
  private static let places = 1 << 12
}

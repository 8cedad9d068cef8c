import Diagnostics

/// Finds the words of placeholders in a text, to write what the template has in their place.
struct PlaceholderWords: Sendable {
  /// What each word stands for.
  private var written: [String: String] = [:]
  /// Words that are also words of the text, or those of two placeholders.
  private var doubtful: Set<String> = []
  /// Of all words, the longest first.
  private var lengths: [Int] = []

  /// A part of a text.
  struct Piece {
    var text: String
    var isPlaceholder = false
  }

  /// More lengths than people write would take time.
  private static let maximumLengths = 32

  init(_ placeholders: [Placeholder], in text: [UInt8]) {
    guard !placeholders.isEmpty else { return }
    for placeholder in placeholders {
      let known = written.updateValue(placeholder.written, forKey: placeholder.word)
      if let known, known != placeholder.written { doubtful.insert(placeholder.word) }
    }
    lengths = Set(written.keys.map(\.utf8.count)).sorted(by: >)
    if lengths.count > Self.maximumLengths {
      doubtful = Set(written.keys)
      lengths.removeLast(lengths.count - Self.maximumLengths)
    }
    doubtful.formUnion(strays(placeholders, in: text))
  }

  /// Words that stand where no placeholder is, or where another one is.
  private func strays(_ placeholders: [Placeholder], in text: [UInt8]) -> Set<String> {
    var next = 0
    var strays: Set<String> = []
    forEachWord(in: text) { word, range in
      while next < placeholders.count, placeholders[next].range.start < range.start { next += 1 }
      let isOwn = next < placeholders.count && placeholders[next].range == range
      if !isOwn { strays.insert(word) }
    }
    return strays
  }

  /// The text with what the template has for each word; `nil` when that is not certain.
  func pieces(of text: String) -> [Piece]? {
    let bytes = Array(text.utf8)
    var pieces: [Piece] = []
    var start = 0
    var isCertain = true
    forEachWord(in: bytes) { word, range in
      guard let original = written[word], !doubtful.contains(word) else {
        isCertain = false
        return
      }
      pieces.append(Piece(text: String(decoding: bytes[start..<range.start], as: UTF8.self)))
      pieces.append(Piece(text: original, isPlaceholder: true))
      start = range.end
    }
    pieces.append(Piece(text: String(decoding: bytes[start...], as: UTF8.self)))
    return isCertain ? pieces : nil
  }

  /// The longest word at each place that has one.
  private func forEachWord(in bytes: [UInt8], _ body: (String, SourceRange) -> Void) {
    guard !lengths.isEmpty else { return }
    var cursor = 0
    while let start = ByteSearch.first(UInt8(ascii: "x"), in: bytes, from: cursor) {
      cursor = start + 1
      guard bytes[start...].starts(with: [0x78, 0x78, 0x78]) else { continue }
      for length in lengths where start + length <= bytes.count {
        let word = String(decoding: bytes[start..<(start + length)], as: UTF8.self)
        if written[word] != nil {
          body(word, SourceRange(start: start, end: start + length))
          cursor = start + length
          break
        }
      }
    }
  }
}

import Diagnostics

/// The bytes of a script and a place in them.
struct ShellReader: ~Copyable {
  /// They belong to whoever began to read, and last as long as the reading.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Never past the end, however a cut-off text is stepped over.
  private(set) var offset: Int
  /// The first thing that could not be read to its end.
  private(set) var problem: ShellProblem?

  /// Expansions and compounds nested deeper than this are taken as text.
  static let depthLimit = 40
  var depth = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// A reader of a piece of the text, whose places are those of the whole.
  func piece(_ range: Range<Int>) -> ShellReader {
    ShellReader(bytes.extracting(0..<range.upperBound), from: range.lowerBound)
  }

  mutating func fail(_ kind: ShellProblem.Kind, from start: Int) {
    if problem == nil {
      problem = ShellProblem(kind: kind, range: range(from: start))
    }
  }

  /// The place of what begins at `start` and ends at the cursor.
  func range(from start: Int) -> SourceRange {
    SourceRange(start: start, end: offset)
  }

  // MARK: Looking

  func byte(at index: Int) -> UInt8? {
    index < bytes.count ? bytes[index] : nil
  }

  func peek(_ ahead: Int = 0) -> UInt8? { byte(at: offset + ahead) }

  func text(_ range: Range<Int>) -> String {
    range.isEmpty ? "" : String(decoding: bytes.extracting(range), as: UTF8.self)
  }

  /// The text up to the cursor.
  func text(from start: Int) -> String { text(start..<offset) }

  /// Where the bytes from `start` on end that are all of one kind.
  func end(from start: Int, while isOfKind: (UInt8) -> Bool) -> Int {
    var index = start
    while index < bytes.count, isOfKind(bytes[index]) { index += 1 }
    return index
  }

  /// The place of a byte at the cursor or behind it; the end of the text when there is none.
  func place(of byte: UInt8) -> Int {
    ByteSearch.first(byte, in: bytes, from: offset) ?? bytes.count
  }

  func starts(with text: StaticString) -> Bool {
    text.withUTF8Buffer { text in
      guard offset + text.count <= bytes.count else { return false }
      for index in text.indices where bytes[offset + index] != text[index] { return false }
      return true
    }
  }

  /// Whether a word stands at the cursor, with its end after it.
  func isWord(_ word: StaticString) -> Bool {
    starts(with: word) && peek(word.utf8CodeUnitCount).map(Self.isMeta) ?? true
  }

  /// Whether a byte ends a word.
  static func isMeta(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"):
      true
    default: false
    }
  }

  /// Whether a byte starts a quote, an expansion or an escape.
  static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "$"),
      UInt8(ascii: "\\"):
      true
    default: false
    }
  }

  /// Whether a byte is the name of a parameter by itself, as in `$?` and `$1`.
  static func isSpecialParameter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: "*"),
      UInt8(ascii: "$"), UInt8(ascii: "!"), UInt8(ascii: "-"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  // MARK: Going on

  mutating func advance(_ count: Int = 1) {
    move(to: offset + count)
  }

  mutating func move(to place: Int) {
    offset = min(place, bytes.count)
  }

  /// Steps over a byte when it stands at the cursor.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    offset += 1
    return true
  }

  /// Steps over a word when it stands at the cursor.
  mutating func takeWord(_ word: StaticString) -> Bool {
    guard isWord(word) else { return false }
    offset += word.utf8CodeUnitCount
    return true
  }

  /// Blanks, escaped line ends and comments; line ends stay.
  mutating func skipBlanks() {
    while let byte = peek() {
      if byte == 0x20 || byte == 0x09 || byte == 0x0D {
        offset += 1
      } else if byte == UInt8(ascii: "\\"), peek(1) == 0x0A {
        offset += 2
      } else if byte == UInt8(ascii: "#") {
        offset = place(of: 0x0A)
      } else {
        return
      }
    }
  }
}

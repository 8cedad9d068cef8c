import Diagnostics

/// Reads the tokens of a Terraform file. It knows strings, heredocs and comments, since braces in them
/// count for nothing, and takes any other text.
struct TerraformScanner {
  private let bytes: [UInt8]
  private var cursor = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// `nil` at the end, or where a string or a heredoc is not closed.
  mutating func next() -> TerraformToken? {
    skipBlanks()
    guard cursor < bytes.count else { return nil }
    let start = cursor
    guard let kind = kind() else { return nil }
    return TerraformToken(kind: kind, range: SourceRange(start: start, end: cursor))
  }

  private mutating func kind() -> TerraformToken.Kind? {
    let start = cursor
    switch bytes[start] {
    case 0x0A:
      cursor += 1
      return .lineEnd
    case UInt8(ascii: "\""):
      guard let end = TerraformText.end(ofString: start + 1, in: bytes) else { return nil }
      cursor = end + 1
      return .string(text(start + 1, end))
    case UInt8(ascii: "<") where byte(start + 1) == UInt8(ascii: "<"): return heredoc()
    case let byte where Self.isWordPart(byte):
      while Self.isWordPart(self.byte(cursor)) { cursor += 1 }
      return .word(text(start, cursor))
    default:
      cursor += 1
      return .sign(bytes[start])
    }
  }

  private mutating func heredoc() -> TerraformToken.Kind? {
    cursor += 2
    let isIndented = byte(cursor) == UInt8(ascii: "-")
    if isIndented { cursor += 1 }
    let nameStart = cursor
    while Self.isWordPart(byte(cursor)) { cursor += 1 }
    let name = bytes[nameStart..<cursor]
    guard !name.isEmpty, let first = ByteSearch.first(0x0A, in: bytes, from: cursor) else {
      return nil
    }
    var line = first + 1
    while line < bytes.count {
      let end = ByteSearch.first(0x0A, in: bytes, from: line) ?? bytes.count
      let words = bytes[line..<end].drop { $0 == 0x20 || $0 == 0x09 }
      if words.starts(with: name), words.dropFirst(name.count).allSatisfy({ $0 <= 0x20 }) {
        cursor = words.startIndex + name.count
        let content = SourceRange(start: first + 1, end: line)
        return .heredoc(TerraformHeredoc(content: content, isIndented: isIndented))
      }
      line = end + 1
    }
    return nil
  }

  private mutating func skipBlanks() {
    while cursor < bytes.count {
      switch bytes[cursor] {
      case 0x20, 0x09, 0x0D: cursor += 1
      case UInt8(ascii: "#"): skipLine()
      case UInt8(ascii: "/") where byte(cursor + 1) == UInt8(ascii: "/"): skipLine()
      case UInt8(ascii: "/") where byte(cursor + 1) == UInt8(ascii: "*"): skipComment()
      default: return
      }
    }
  }

  private mutating func skipLine() {
    cursor = ByteSearch.first(0x0A, in: bytes, from: cursor) ?? bytes.count
  }

  private mutating func skipComment() {
    cursor += 2
    while let star = ByteSearch.first(UInt8(ascii: "*"), in: bytes, from: cursor) {
      cursor = star + 1
      if byte(cursor) == UInt8(ascii: "/") {
        cursor += 1
        return
      }
    }
    cursor = bytes.count
  }

  /// The byte at an offset, NUL after the end.
  private func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  private func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
      true
    default: false
    }
  }
}

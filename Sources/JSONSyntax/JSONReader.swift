import Diagnostics

/// Reads JSON as RFC 8259 has it, and nothing more: what reads these files in the pipeline is as
/// strict. Keeps the place of every value, which the readers of the platform do not.
package struct JSONReader {
  private let bytes: [UInt8]
  package private(set) var offset: Int
  private var depth = 0

  private static let depthLimit = 64

  package init(_ bytes: [UInt8], from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// Reads the next value and the blanks around it.
  package mutating func value() throws(JSONFault) -> JSONNode {
    skipBlanks()
    let start = offset
    let content = try content()
    let range = SourceRange(start: start, end: offset)
    skipBlanks()
    return JSONNode(content: content, range: range)
  }

  package var isAtEnd: Bool { offset == bytes.count }

  /// The next byte, that of the next value after `value()`.
  var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func content() throws(JSONFault) -> JSONNode.Content {
    switch next {
    case UInt8(ascii: "{"):
      return .object(
        try nested { (reader) throws(JSONFault) in
          try reader.members()
        })
    case UInt8(ascii: "["):
      return .array(
        try nested { (reader) throws(JSONFault) in
          try reader.items()
        })
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      try number()
      return .number
    default:
      for (word, content) in [
        ("true", JSONNode.Content.boolean), ("false", .boolean), ("null", .null),
      ]
      where self.word() == word {
        offset += word.utf8.count
        return content
      }
      throw unexpected()
    }
  }

  private mutating func nested<Result>(
    _ body: (inout JSONReader) throws(JSONFault) -> Result
  ) throws(JSONFault) -> Result {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw fault("nested more than \(Self.depthLimit) levels deep")
    }
    return try body(&self)
  }

  private mutating func items() throws(JSONFault) -> [JSONNode] {
    var items: [JSONNode] = []
    try list(until: UInt8(ascii: "]")) { (reader) throws(JSONFault) in
      items.append(try reader.value())
    }
    return items
  }

  private mutating func members() throws(JSONFault) -> [JSONMember] {
    var members: [JSONMember] = []
    try list(until: UInt8(ascii: "}")) { (reader) throws(JSONFault) in
      members.append(try reader.member())
    }
    return members
  }

  private mutating func member() throws(JSONFault) -> JSONMember {
    skipBlanks()
    let start = offset
    guard next == UInt8(ascii: "\"") else { throw badKey() }
    let key = try string()
    let range = SourceRange(start: start, end: offset)
    skipBlanks()
    guard next == UInt8(ascii: ":") else {
      throw next == nil ? unexpected() : fault("a `:` is missing before this")
    }
    offset += 1
    return JSONMember(key: key, keyRange: range, value: try value())
  }

  /// What stands between two brackets, with commas between.
  private mutating func list(
    until close: UInt8, _ element: (inout JSONReader) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    let open = offset
    offset += 1
    skipBlanks()
    if next == close {
      offset += 1
      return
    }
    while true {
      try element(&self)
      switch next {
      case close:
        offset += 1
        return
      case UInt8(ascii: ","):
        let comma = offset
        offset += 1
        skipBlanks()
        guard next != close else {
          throw JSONFault(
            message: "a comma stands before the closing bracket",
            range: SourceRange(start: comma, end: comma + 1), help: "remove the comma")
        }
      case nil:
        throw JSONFault(
          message: "this bracket is never closed", range: SourceRange(start: open, end: open + 1),
          help: nil)
      default: throw fault("a comma is missing before this")
      }
    }
  }

  private mutating func skipBlanks() {
    while offset < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset]) { offset += 1 }
  }
}

/// Strings and numbers.
extension JSONReader {
  private mutating func string() throws(JSONFault) -> String {
    let start = offset
    var text: [UInt8] = []
    offset += 1
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escape()
      case 0x0A, 0x0D:
        throw JSONFault(
          message: "this string is not closed on its line",
          range: SourceRange(start: start, end: offset),
          help: "a string cannot hold a line break; a variable that was put in may end in one")
      case 0..<0x20: throw fault("a string cannot hold this control character")
      default:
        text.append(byte)
        offset += 1
      }
    }
    throw JSONFault(
      message: "this string is never closed", range: SourceRange(start: start, end: offset),
      help: nil)
  }

  private mutating func escape() throws(JSONFault) -> [UInt8] {
    let start = offset
    offset += 2
    guard start + 1 < bytes.count else { throw unknownEscape(start) }
    switch bytes[start + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [bytes[start + 1]]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return try unicode(start)
    default: throw unknownEscape(start)
    }
  }

  /// `\uXXXX`, or two of them for a character beyond the first plane.
  private mutating func unicode(_ start: Int) throws(JSONFault) -> [UInt8] {
    guard var code = hex() else { throw unknownEscape(start) }
    if (0xD800..<0xDC00).contains(code), bytes[offset...].starts(with: "\\u".utf8) {
      offset += 2
      guard let low = hex(), (0xDC00..<0xE000).contains(low) else { throw unknownEscape(start) }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = UnicodeScalar(code) else { throw unknownEscape(start) }
    return Array(String(scalar).utf8)
  }

  private mutating func hex() -> UInt32? {
    let digits = bytes[min(offset, bytes.count)...].prefix(4)
    guard digits.count == 4,
      digits.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") })
    else { return nil }
    offset += 4
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private mutating func number() throws(JSONFault) {
    let start = offset
    if next == UInt8(ascii: "-") { offset += 1 }
    let isZero = next == UInt8(ascii: "0")
    let whole = skipDigits()
    var isGood = whole == 1 || (whole > 1 && !isZero)
    if next == UInt8(ascii: ".") {
      offset += 1
      isGood = skipDigits() > 0 && isGood
    }
    if let byte = next, byte | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
      isGood = skipDigits() > 0 && isGood
    }
    guard !isGood else { return }
    throw JSONFault(
      message: "this is not a number", range: SourceRange(start: start, end: offset),
      help: "text needs double quotes")
  }

  private mutating func skipDigits() -> Int {
    let start = offset
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { offset += 1 }
    return offset - start
  }
}

/// Words for what is wrong.
extension JSONReader {
  private func fault(_ message: String, help: String? = nil) -> JSONFault {
    let end = min(bytes.count, offset + 1)
    return JSONFault(message: message, range: SourceRange(start: offset, end: end), help: help)
  }

  private func unknownEscape(_ start: Int) -> JSONFault {
    JSONFault(
      message: "JSON does not know this escape",
      range: SourceRange(start: start, end: min(bytes.count, start + 2)),
      help: "write `\\\\` for a backslash")
  }

  private func badKey() -> JSONFault {
    switch next {
    case nil: unexpected()
    case UInt8(ascii: "#"), UInt8(ascii: "/"): unexpected()
    default: fault("a key takes double quotes", help: "the quotes may have been eaten by the shell")
    }
  }

  private func unexpected() -> JSONFault {
    guard let byte = next else { return fault("the file ends where a value is missing") }
    switch byte {
    case UInt8(ascii: "'"):
      return fault("a string takes double quotes", help: "replace the single quotes")
    case UInt8(ascii: "#"), UInt8(ascii: "/"):
      return fault("JSON has no comments", help: "remove the comment")
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
      return fault("a value is missing here")
    default:
      let word = word()
      let range = SourceRange(start: offset, end: offset + max(1, word.utf8.count))
      return JSONFault(
        message: word.isEmpty
          ? "no value of JSON starts like this" : "`\(word)` is no value of JSON",
        range: range, help: "text needs double quotes; the shell may have eaten them")
    }
  }

  /// The letters, digits and signs that follow, for a message or a name of JSON.
  private func word() -> String {
    let word = bytes[offset...].prefix { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): true
      default: false
      }
    }
    return String(decoding: word.prefix(40), as: UTF8.self)
  }
}

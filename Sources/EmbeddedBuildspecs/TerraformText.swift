import Diagnostics

/// Strings and heredocs of Terraform: `${…}` is replaced, `$${` writes `${`, `%{…}` is a directive,
/// and strings in quotes have escapes.
enum TerraformText {
  /// `nil` when only Terraform can tell the text.
  static func decode(_ bytes: [UInt8], _ range: Range<Int>, isQuoted: Bool) -> DecodedText? {
    var text = DecodedText()
    var (start, cursor) = (range.lowerBound, range.lowerBound)
    while cursor < range.upperBound {
      let byte = bytes[cursor]
      switch byte {
      case UInt8(ascii: "\\") where isQuoted:
        guard let (decoded, length) = escape(bytes[cursor..<range.upperBound]) else { return nil }
        text.copy(start..<cursor, of: bytes)
        text.append(decoded, from: SourceRange(start: cursor, end: cursor + length))
        cursor += length
        start = cursor
      case UInt8(ascii: "$"), UInt8(ascii: "%"):
        let rest = bytes[cursor..<range.upperBound]
        if rest.starts(with: [byte, byte, UInt8(ascii: "{")]) {
          text.copy(start..<cursor, of: bytes)
          start = cursor + 1
          cursor += 3
        } else if rest.starts(with: [byte, UInt8(ascii: "{")]) {
          guard byte == UInt8(ascii: "$"),
            let end = end(ofExpression: cursor + 2, in: bytes, depth: 0), end < range.upperBound
          else { return nil }
          text.copy(start..<cursor, of: bytes)
          text.appendPlaceholder(cursor..<(end + 1), of: bytes)
          cursor = end + 1
          start = cursor
        } else {
          cursor += 1
        }
      default: cursor += 1
      }
    }
    text.copy(start..<range.upperBound, of: bytes)
    return text
  }

  /// The closing quote of a string that begins at `start`; `nil` when there is none on its line.
  static func end(ofString start: Int, in bytes: [UInt8], depth: Int = 0) -> Int? {
    var cursor = start
    while cursor < bytes.count {
      switch bytes[cursor] {
      case UInt8(ascii: "\""): return cursor
      case 0x0A: return nil
      case UInt8(ascii: "\\"): cursor += 2
      case let sign where sign == UInt8(ascii: "$") || sign == UInt8(ascii: "%"):
        if bytes[cursor...].starts(with: [sign, sign, UInt8(ascii: "{")]) {
          cursor += 3
        } else if bytes[cursor...].starts(with: [sign, UInt8(ascii: "{")]) {
          guard let end = end(ofExpression: cursor + 2, in: bytes, depth: depth) else {
            return nil
          }
          cursor = end + 1
        } else {
          cursor += 1
        }
      default: cursor += 1
      }
    }
    return nil
  }

  private static let maximumDepth = 32

  /// The brace that ends the `${` before `start`.
  private static func end(ofExpression start: Int, in bytes: [UInt8], depth: Int) -> Int? {
    guard depth < maximumDepth else { return nil }
    var cursor = start
    var open = 0
    while cursor < bytes.count {
      switch bytes[cursor] {
      case UInt8(ascii: "{"): open += 1
      case UInt8(ascii: "}") where open == 0: return cursor
      case UInt8(ascii: "}"): open -= 1
      case UInt8(ascii: "\""):
        guard let end = end(ofString: cursor + 1, in: bytes, depth: depth + 1) else { return nil }
        cursor = end
      default: break
      }
      cursor += 1
    }
    return nil
  }

  private static func escape(_ bytes: ArraySlice<UInt8>) -> (decoded: [UInt8], length: Int)? {
    switch bytes.dropFirst().first {
    case UInt8(ascii: "n"): ([0x0A], 2)
    case UInt8(ascii: "r"): ([0x0D], 2)
    case UInt8(ascii: "t"): ([0x09], 2)
    case UInt8(ascii: "\""): ([UInt8(ascii: "\"")], 2)
    case UInt8(ascii: "\\"): ([UInt8(ascii: "\\")], 2)
    case UInt8(ascii: "u"): character(bytes.dropFirst(2).prefix(4), of: 4)
    case UInt8(ascii: "U"): character(bytes.dropFirst(2).prefix(8), of: 8)
    default: nil
    }
  }

  private static func character(
    _ digits: ArraySlice<UInt8>, of count: Int
  ) -> (decoded: [UInt8], length: Int)? {
    guard digits.count == count,
      let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      let scalar = UnicodeScalar(number)
    else { return nil }
    return (Array(String(Character(scalar)).utf8), count + 2)
  }
}

/// Finds what makes a text no regular expression in any of the common dialects.
enum RegexSyntax {
  /// The fault, as the end of a sentence.
  static func fault(in pattern: String) -> String? {
    let bytes = Array(pattern.utf8)
    var index = 0
    var depth = 0
    var mayRepeat = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        index += 1
        if index == bytes.count { return "`\\` at its end escapes nothing" }
        mayRepeat = true
      case UInt8(ascii: "["):
        guard let end = endOfClass(bytes, from: index + 1) else { return "`[` is never closed" }
        index = end
        mayRepeat = true
      case UInt8(ascii: "("):
        depth += 1
        mayRepeat = false
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "?") { index += 1 }
      case UInt8(ascii: ")"):
        depth -= 1
        if depth < 0 { return "`)` has no `(`" }
        mayRepeat = true
      case UInt8(ascii: "|"): mayRepeat = false
      case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"):
        let sign = Character(UnicodeScalar(bytes[index]))
        guard mayRepeat else { return "`\(sign)` has nothing to repeat" }
        // What follows makes the repetition lazy or possessive.
        if index + 1 < bytes.count, "?+".utf8.contains(bytes[index + 1]) { index += 1 }
        mayRepeat = false
      default: mayRepeat = true
      }
      index += 1
    }
    return depth > 0 ? "`(` is never closed" : nil
  }

  /// Place of the `]` that ends the class opened before `start`.
  private static func endOfClass(_ bytes: [UInt8], from start: Int) -> Int? {
    let close = UInt8(ascii: "]")
    var index = start
    if index < bytes.count, bytes[index] == UInt8(ascii: "^") { index += 1 }
    // First in its class, the bracket stands for itself.
    if index < bytes.count, bytes[index] == close { index += 1 }
    while index < bytes.count, bytes[index] != close {
      if bytes[index] == UInt8(ascii: "\\") { index += 1 }
      if bytes[index...].starts(with: "[:".utf8) {
        guard let end = bytes[(index + 2)...].firstIndex(of: UInt8(ascii: ":")) else { return nil }
        index = end + 1
      }
      index += 1
    }
    return index < bytes.count ? index : nil
  }
}

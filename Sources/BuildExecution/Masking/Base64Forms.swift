/// A secret in base64: alone, and as a part of something longer.
enum Base64Forms {
  private static let standard = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let forURLs = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
  /// Characters a line, as `openssl` and as `base64` and mail write it.
  private static let lineLengths = [64, 76]
  private static let shortestLine = 8

  static func all(of value: [UInt8]) -> Set<[UInt8]> {
    var forms: Set<[UInt8]> = []
    for alphabet in [standard, forURLs] {
      let alone = encoded(value, alphabet)
      let padding = [UInt8](repeating: UInt8(ascii: "="), count: (4 - alone.count % 4) % 4)
      forms.formUnion([alone, alone + padding])
      for before in 0..<3 { forms.insert(inner(value, before: before, alphabet)) }
      for length in lineLengths { forms.formUnion(lines(alone, length)) }
    }
    return forms
  }

  /// The characters that depend on the value alone, with so many bytes before it and any behind it.
  private static func inner(_ value: [UInt8], before: Int, _ alphabet: [UInt8]) -> [UInt8] {
    let text = encoded([UInt8](repeating: 0, count: before) + value, alphabet)
    let start = (before * 8 + 5) / 6
    let end = (before + value.count) * 8 / 6
    return Array(text[start..<end])
  }

  private static func lines(_ text: [UInt8], _ length: Int) -> [[UInt8]] {
    guard text.count > length else { return [] }
    return stride(from: 0, to: text.count, by: length)
      .map { Array(text[$0..<min($0 + length, text.count)]) }.filter { $0.count >= shortestLine }
  }

  /// Without padding.
  private static func encoded(_ bytes: [UInt8], _ alphabet: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      count += 8
      while count >= 6 {
        count -= 6
        text.append(alphabet[Int(bits >> UInt32(count) & 0x3F)])
      }
    }
    if count > 0 { text.append(alphabet[Int(bits << UInt32(6 - count) & 0x3F)]) }
    return text
  }
}

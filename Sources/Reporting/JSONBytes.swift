/// Writes bytes as a JSON string. Runs of plain bytes are copied at once; the rest is rare.
enum JSONBytes {
  /// Bytes that are not UTF-8 become replacement characters.
  static func quote(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    // Broken UTF-8 is rare; only then is it worth a copy that repairs it.
    guard String(validating: bytes, as: UTF8.self) != nil else {
      return quote(String(decoding: bytes, as: UTF8.self), to: &output)
    }
    bytes.withUnsafeBufferPointer { append($0, to: &output) }
  }

  static func quote(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, to: &output) }
  }

  private static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    var start = 0
    for index in bytes.indices where mayNeedEscape(bytes[index]) {
      guard let (escape, length) = escape(bytes[index...]) else { continue }
      output.append(contentsOf: bytes[start..<index])
      output.append(contentsOf: escape.utf8)
      start = index + length
    }
    output.append(contentsOf: bytes[start...])
    output.append(UInt8(ascii: "\""))
  }

  /// Whether a byte is written otherwise, or begins a character that is.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
      || byte == 0xE2
  }

  /// How the first character is written, and its length in bytes; `nil` when it stands for itself.
  private static func escape(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (text: String, length: Int)? {
    let byte = bytes[bytes.startIndex]
    switch byte {
    case UInt8(ascii: "\""): return ("\\\"", 1)
    case UInt8(ascii: "\\"): return ("\\\\", 1)
    case UInt8(ascii: "\n"): return ("\\n", 1)
    case UInt8(ascii: "\r"): return ("\\r", 1)
    case UInt8(ascii: "\t"): return ("\\t", 1)
    // The two line ends of Unicode, which JavaScript did not take in a string for long.
    case 0xE2:
      let character = bytes.prefix(3)
      if character.elementsEqual("\u{2028}".utf8) { return ("\\u2028", 3) }
      return character.elementsEqual("\u{2029}".utf8) ? ("\\u2029", 3) : nil
    default:
      let digits = String(byte, radix: 16)
      return ("\\u00" + (byte < 0x10 ? "0" : "") + digits, 1)
    }
  }
}

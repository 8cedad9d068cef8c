/// Writes bytes as a JSON string, without a `String` between.
enum JSONBytes {
  static func quote(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    // Broken UTF-8 is rare; only then is it worth a pass that repairs it.
    if let text = String(validating: bytes, as: UTF8.self) {
      append(text.utf8, to: &output)
    } else {
      append(String(decoding: bytes, as: UTF8.self).utf8, to: &output)
    }
  }

  private static func append(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""): output += "\\\"".utf8
      case UInt8(ascii: "\\"): output += "\\\\".utf8
      case UInt8(ascii: "\n"): output += "\\n".utf8
      case 0..<0x20, 0x7F:
        output += "\\u00".utf8
        output.append(digit(byte >> 4))
        output.append(digit(byte & 0x0F))
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x57 + value
  }
}

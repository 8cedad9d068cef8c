/// Writes bytes as a JSON string, without a `String` between.
enum JSONBytes {
  static func quote(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    // Broken UTF-8 is rare; only then is it worth a copy that repairs it.
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    append(isValid ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)[...], to: &output)
  }

  /// Copies runs of plain bytes at once; the rest is rare.
  private static func append(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    output.reserveCapacity(output.count + bytes.count + 2)
    output.append(UInt8(ascii: "\""))
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for index in 0..<bytes.count where needsEscape(bytes[index]) {
        output.append(contentsOf: bytes[start..<index])
        escape(bytes[index], to: &output)
        start = index + 1
      }
      output.append(contentsOf: bytes[start...])
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
  }

  private static func escape(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): output += "\\\"".utf8
    case UInt8(ascii: "\\"): output += "\\\\".utf8
    case UInt8(ascii: "\n"): output += "\\n".utf8
    default:
      output += "\\u00".utf8
      output.append(digit(byte >> 4))
      output.append(digit(byte & 0x0F))
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x57 + value
  }
}

import Diagnostics

/// Tells texts whose characters mean to YAML what they seem to: no control characters but tabs and
/// line ends of one kind or the other, and none of Unicode's own.
enum PlainText {
  static func covers(_ source: SourceText) -> Bool {
    source.bytes.withUnsafeBufferPointer { bytes in
      hasPlainControls(bytes) && (source.isASCII || isPlainUnicode(bytes))
    }
  }

  private static func hasPlainControls(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // No branches and no way out, so that the compiler takes many bytes at a time.
    var others: UInt8 = 0
    for byte in bytes {
      let isControl: UInt8 = (byte < 0x20 ? 1 : 0) | (byte == 0x7F ? 1 : 0)
      let isUsual: UInt8 = (byte == 0x09 ? 1 : 0) | (byte == 0x0A ? 1 : 0)
      others |= isControl & ~isUsual
    }
    return others == 0 || bytes.allSatisfy(isPlain) && hasPairedReturns(bytes)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x7F || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Whether a line feed follows each carriage return.
  private static func hasPairedReturns(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.last != 0x0D && zip(bytes, bytes.dropFirst()).allSatisfy { $0 != 0x0D || $1 == 0x0A }
  }

  private static func isPlainUnicode(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self) else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      // Controls, line and paragraph separators, the byte order mark and what is no character.
      case 0x80...0x9F, 0x2028...0x2029, 0xFEFF, 0xFFFE...0xFFFF: false
      default: true
      }
    }
  }
}

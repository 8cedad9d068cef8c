/// A secret in a URL or a form. Encoders agree on letters, digits, `-`, `.` and `_`, not on the rest.
enum PercentForms {
  private struct Style {
    /// What stays beside letters, digits, `-`, `.` and `_`.
    var kept: String
    var blankIsPlus = false
    var isLowerCase = false
  }

  /// The usual ones first.
  private static let styles = [
    Style(kept: "~"),
    // Python's `quote`, and `quote_plus`.
    Style(kept: "~/"), Style(kept: "~", blankIsPlus: true), Style(kept: "~", isLowerCase: true),
    // HTML forms.
    Style(kept: "*", blankIsPlus: true),
    // JavaScript's `encodeURIComponent` and `encodeURI`.
    Style(kept: "~!*'()"), Style(kept: "~!*'();/?:@&=+$,#"),
  ]

  static func all(of value: [UInt8]) -> Set<[UInt8]> {
    let count = value.count < SecretForms.long ? styles.count : 3
    return Set(styles.prefix(count).map { encoded(value, $0) })
  }

  private static func encoded(_ value: [UInt8], _ style: Style) -> [UInt8] {
    let digits = Array((style.isLowerCase ? "0123456789abcdef" : "0123456789ABCDEF").utf8)
    let kept = Array("-._\(style.kept)".utf8)
    var text: [UInt8] = []
    for byte in value {
      if isPlain(byte) || kept.contains(byte) {
        text.append(byte)
      } else if byte == UInt8(ascii: " "), style.blankIsPlus {
        text.append(UInt8(ascii: "+"))
      } else {
        text += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
      }
    }
    return text
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}

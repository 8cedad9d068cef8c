import Diagnostics

/// The text of CloudFormation's `Fn::Sub`: `${Name}` is replaced, `${!Name}` writes `${Name}`.
enum SubstitutedText {
  static func decode(_ text: [UInt8]) -> DecodedText {
    var decoded = DecodedText()
    var (start, next) = (0, 0)
    while let dollar = ByteSearch.first(UInt8(ascii: "$"), in: text, from: next) {
      next = dollar + 1
      guard next < text.count, text[next] == UInt8(ascii: "{") else { continue }
      next += 1
      if next < text.count, text[next] == UInt8(ascii: "!") {
        decoded.copy(start..<next, of: text)
        start = next + 1
        continue
      }
      while next < text.count, isNamePart(text[next]) { next += 1 }
      guard next < text.count, text[next] == UInt8(ascii: "}"), next > dollar + 2 else { continue }
      decoded.copy(start..<dollar, of: text)
      next += 1
      decoded.appendPlaceholder(dollar..<next, of: text)
      start = next
    }
    decoded.copy(start..<text.count, of: text)
    return decoded
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: ":"):
      true
    default: false
    }
  }
}

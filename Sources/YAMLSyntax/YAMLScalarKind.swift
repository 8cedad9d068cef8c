extension YAMLScalar {
  /// What a plain scalar stands for in YAML 1.1, the version that libyaml and CodeBuild read.
  package enum Kind: String, Sendable {
    case string, null, boolean, integer, float

    init(plain text: String) {
      self = Kind.word(text) ?? Kind.number(text) ?? .string
    }

    static func isNull(plain text: String) -> Bool { word(text) == .null }

    /// Most scalars are longer than any of these words, so their length is looked at first.
    private static func word(_ text: String) -> Kind? {
      guard text.utf8.count <= 5, mayStartWord(text.utf8.first) else { return nil }
      switch text {
      case "", "~", "null", "Null", "NULL":
        return .null
      case "yes", "Yes", "YES", "no", "No", "NO", "true", "True", "TRUE", "false", "False",
        "FALSE", "on", "On", "ON", "off", "Off", "OFF":
        return .boolean
      default: return nil
      }
    }

    private static func mayStartWord(_ byte: UInt8?) -> Bool {
      switch byte {
      case nil, UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "y"),
        UInt8(ascii: "Y"), UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"),
        UInt8(ascii: "F"), UInt8(ascii: "o"), UInt8(ascii: "O"):
        true
      default: false
      }
    }

    private static func number(_ text: String) -> Kind? {
      // Most scalars begin with a letter.
      guard let start = text.utf8.first, start <= UInt8(ascii: "9") else { return nil }
      var rest = text.utf8[...]
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
        rest = rest.dropFirst()
      }
      guard let first = rest.first, isDigit(first) || first == UInt8(ascii: ".") else { return nil }
      if rest.starts(with: "0x".utf8) {
        return rest.count > 2 && rest.dropFirst(2).allSatisfy(isHexDigit) ? .integer : nil
      }
      if rest.allSatisfy(isDigit) { return .integer }
      return rest.contains(where: isDigit) && isFloat(rest) ? .float : nil
    }

    private static func isFloat(_ text: Substring.UTF8View) -> Bool {
      var dots = 0
      var previous: UInt8 = 0
      var hasExponent = false
      for byte in text {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): break
        case UInt8(ascii: ".") where dots == 0 && !hasExponent: dots += 1
        case UInt8(ascii: "e"), UInt8(ascii: "E"):
          guard !hasExponent, previous != 0 else { return false }
          hasExponent = true
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
          guard previous == UInt8(ascii: "e") || previous == UInt8(ascii: "E") else { return false }
        default: return false
        }
        previous = byte
      }
      return isDigit(previous) || previous == UInt8(ascii: ".")
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
      byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
      isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"))
    }
  }
}

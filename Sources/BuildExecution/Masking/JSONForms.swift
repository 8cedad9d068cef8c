/// A secret inside a JSON string. Which characters are escaped beyond the needed ones is a matter of
/// taste.
enum JSONForms {
  private struct Style {
    /// `/` as `\/`, as PHP has it.
    var escapesSlash = false
    /// `<`, `>` and `&` as Go has them.
    var escapesMarkup = false
    /// All beyond ASCII, as Python has it.
    var isASCII = false
  }

  /// The usual ones first.
  private static let styles = [
    Style(), Style(isASCII: true), Style(escapesSlash: true), Style(escapesMarkup: true),
    Style(escapesSlash: true, isASCII: true),
  ]

  static func all(of value: [UInt8]) -> Set<[UInt8]> {
    let text = String(decoding: value, as: UTF8.self)
    var forms: Set<[UInt8]> = []
    let isLong = value.count >= SecretForms.long
    for style in styles.prefix(isLong ? 2 : styles.count) {
      let escaped = escaped(text, style)
      forms.insert(Array(escaped.utf8))
      // JSON inside a string of JSON, as in logs of web services.
      if !isLong, escaped.contains("\\") { forms.insert(Array(Self.escaped(escaped, style).utf8)) }
    }
    return forms
  }

  /// The text as a JSON string, with its quotes.
  static func quoted(_ text: String) -> String { "\"\(escaped(text, Style()))\"" }

  private static func escaped(_ text: String, _ style: Style) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{8}": result += "\\b"
      case "\u{C}": result += "\\f"
      case "/" where style.escapesSlash: result += "\\/"
      case "<", ">",
        "&" where style.escapesMarkup:
        result += code(UInt16(scalar.value))
      case _ where scalar.value < 0x20: result += code(UInt16(scalar.value))
      case _ where scalar.value > 0x7E && style.isASCII:
        result += String(scalar).utf16.map(code).joined()
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func code(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

/// Text styles of a terminal; the plain style writes none.
package struct Style: Sendable {
  package let isColored: Bool

  package init(isColored: Bool) {
    self.isColored = isColored
  }

  /// The escape codes in use.
  enum Code: String {
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case green = "1;32"
    case yellow = "1;33"
    case blue = "1;34"
    case cyan = "36"

    var start: String { "\u{1B}[\(rawValue)m" }
    static let end = "\u{1B}[0m"
  }

  package func bold(_ text: String) -> String { wrap(text, .bold) }
  package func dim(_ text: String) -> String { wrap(text, .dim) }
  package func red(_ text: String) -> String { wrap(text, .red) }
  package func yellow(_ text: String) -> String { wrap(text, .yellow) }
  package func green(_ text: String) -> String { wrap(text, .green) }
  package func blue(_ text: String) -> String { wrap(text, .blue) }
  package func cyan(_ text: String) -> String { wrap(text, .cyan) }

  func wrap(_ text: String, _ code: Code) -> String {
    isColored ? code.start + text + Code.end : text
  }
}

/// Text of others without what steers a terminal.
enum PlainText {
  /// A name or a value on one line: what is not to be seen becomes `?`.
  /// - Parameter limit: characters that are kept.
  static func name(_ text: String, limit: Int = .max) -> String {
    // Nearly every text is short and plain, and need not be looked at character by character.
    let bytes = text.utf8
    if bytes.count <= limit, bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    let head = text.prefix(limit)
    let scalars = head.unicodeScalars.map { isVisible($0) ? $0 : "?" }
    return String(String.UnicodeScalarView(scalars)) + (head.endIndex < text.endIndex ? "…" : "")
  }

  /// A name in a tree or a picture, which a long one would spoil.
  static func label(_ text: String) -> String { name(text, limit: 120) }

  /// A line of output as a terminal would show it at last: without escape sequences and control
  /// characters, and without what a carriage return has had overwritten.
  static func line(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    // A sequence may hold any byte, and those of carriage returns among them.
    let parts = visible(text).split(separator: "\r", omittingEmptySubsequences: true)
    return String(parts.last { part in part.contains { $0 != " " } } ?? "")
  }

  /// The last line that says something; `nil` when there is none.
  static func lastLine(_ bytes: ArraySlice<UInt8>) -> String? {
    let whole = bytes.prefix(UTF8Boundary.wholeCharacters(bytes))
    var end = whole.endIndex
    while true {
      let start = whole[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? whole.startIndex
      let text = line(whole[start..<end])
      if !text.isEmpty { return text }
      guard start > whole.startIndex else { return nil }
      end = start - 1
    }
  }

  /// The last lines, without empty ones at the end.
  static func lastLines(_ count: Int, of bytes: ArraySlice<UInt8>) -> [String] {
    let parts = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var lines = parts.suffix(count + 1).map(line)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.suffix(count)
  }

  private static func visible(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}": skipSequence(&rest)
      case "\u{9B}": skipParameters(&rest)
      case "\t": output.append(" ")
      case "\r": output.append(scalar)
      default: if isVisible(scalar) || scalar == "\u{200D}" { output.append(scalar) }
      }
    }
    return String(output)
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }

  /// What follows an escape character.
  private static func skipSequence(_ rest: inout Substring.UnicodeScalarView) {
    switch rest.popFirst() {
    case "[": skipParameters(&rest)
    case "]", "P", "X", "^", "_": skipString(&rest)
    // One with another character between, such as the choice of a character set.
    case .some("\u{20}"..."\u{2F}"): _ = rest.popFirst()
    default: break
    }
  }

  private static func skipParameters(_ rest: inout Substring.UnicodeScalarView) {
    while let scalar = rest.popFirst() {
      if !("\u{20}"..."\u{3F}").contains(scalar) { return }
    }
  }

  /// A title, a link and the like, up to its end.
  private static func skipString(_ rest: inout Substring.UnicodeScalarView) {
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{07}", "\u{9C}": return
      case "\u{1B}":
        if rest.first == "\\" { rest.removeFirst() }
        return
      default: break
      }
    }
  }
}

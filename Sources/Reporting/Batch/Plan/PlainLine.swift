/// Text of a file as a report for people can show it: on one line, and without signs that steer a
/// terminal.
enum PlainLine {
  /// - Parameter limit: characters that are kept.
  static func text(_ text: String, limit: Int = 120) -> String {
    // Nearly every text is short and plain, and those need no look at characters.
    if text.utf8.count <= limit, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    let head = text.prefix(limit)
    var scalars = String.UnicodeScalarView()
    for scalar in head.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control
      scalars.append(
        !isControl ? scalar : "\t\n\r".unicodeScalars.contains(scalar) ? " " : "\u{FFFD}")
    }
    return String(scalars) + (head.endIndex < text.endIndex ? "…" : "")
  }
}

import Diagnostics

extension String {
  /// The text for a message: its first line, cut when it is long.
  var shown: String {
    // Nearly every text has one byte a character, and those need no look at characters.
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      return utf8.count <= 60 ? self : String(decoding: utf8.prefix(60), as: UTF8.self) + "…"
    }
    let line = prefix { !$0.isNewline }
    let head = line.prefix(60)
    return head.utf8.count < utf8.count ? head + "…" : String(head)
  }

  /// The text without signs that would break a line or steer a terminal: a file may hold any.
  var onOneLine: String {
    guard hasControl else { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      let isControl = scalar.value < 0x20 || scalar.value == 0x7F
      scalars.append(
        !isControl ? scalar : "\t\n\r".unicodeScalars.contains(scalar) ? " " : "\u{FFFD}")
    }
    return String(scalars)
  }

  private var hasControl: Bool {
    var text = self
    return text.withUTF8 { $0.contains { $0 < 0x20 || $0 == 0x7F } }
  }

  /// Whether the shell or the service puts something in its place.
  var hasVariable: Bool { utf8.contains(UInt8(ascii: "$")) }

  /// Whether the text only stands where a real one will be: `<token>`, `{{ token }}`, `...`, `$X`.
  var isPlaceholder: Bool {
    hasVariable || utf8.contains(UInt8(ascii: "<")) || holds("{{") || holds("...")
      || holds("***") || lowercased().holds("xxx" as StaticString)
  }
}

extension Sequence<String> {
  /// The words in backticks, with commas between them.
  var ticked: String {
    map { "`\($0)`" }.joined(separator: ", ")
  }
}

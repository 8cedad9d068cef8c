import Diagnostics

extension String {
  /// The text for a message: its first line, cut when it is long.
  var shown: String {
    if utf8.count <= 60, utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
    let line = prefix { !$0.isNewline }
    let head = line.prefix(60)
    return head.utf8.count < utf8.count ? head + "…" : String(head)
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

extension SourceText {
  /// The text with edits made; their line breaks become those of the text. Their ranges must not
  /// overlap; of two insertions at one place the first one stands first.
  package func replacing(_ edits: [TextEdit]) -> SourceText {
    let ordered = edits.enumerated().sorted {
      ($0.element.range, $0.offset) < ($1.element.range, $1.offset)
    }
    let hasPairs =
      lines.count > 1 && bytes[..<lines.starts[1]].suffix(2).elementsEqual([0x0D, 0x0A])
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var cursor = 0
    for edit in ordered.map(\.element) where edit.range.start >= cursor {
      result += bytes[cursor..<edit.range.start]
      result += hasPairs ? Self.withPairs(edit.replacement.utf8) : Array(edit.replacement.utf8)
      cursor = edit.range.end
    }
    result += bytes[cursor...]
    return SourceText(path: path, bytes: result)
  }

  /// The bytes with CR LF for LF.
  private static func withPairs(_ text: String.UTF8View) -> [UInt8] {
    text.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
  }

  /// The text with asterisks in the place of some ranges; every place stays where it was.
  package func masking(_ ranges: [SourceRange]) -> SourceText {
    guard !ranges.isEmpty else { return self }
    var masked = bytes
    for range in ranges {
      for index in range.start..<min(range.end, bytes.count) where bytes[index] > 0x20 {
        masked[index] = UInt8(ascii: "*")
      }
    }
    return SourceText(path: path, bytes: masked)
  }
}

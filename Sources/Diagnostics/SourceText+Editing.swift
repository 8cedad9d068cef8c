extension SourceText {
  /// The text with edits made. Their ranges must not overlap; of two insertions at one place the
  /// first one stands first.
  package func replacing(_ edits: [TextEdit]) -> SourceText {
    let ordered = edits.enumerated().sorted {
      ($0.element.range, $0.offset) < ($1.element.range, $1.offset)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var cursor = 0
    for edit in ordered.map(\.element) where edit.range.start >= cursor {
      result += bytes[cursor..<edit.range.start]
      result += Array(edit.replacement.utf8)
      cursor = edit.range.end
    }
    result += bytes[cursor...]
    return SourceText(path: path, bytes: result)
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

import Diagnostics

/// Turns ShellCheck's lines and columns into byte offsets of a script.
struct ShellCheckPlaces {
  let text: [UInt8]
  private let starts: [Int]
  private let isASCII: Bool

  init(_ text: String) {
    let bytes = Array(text.utf8)
    self.text = bytes
    starts = [0] + bytes.indices.lazy.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    isASCII = bytes.allSatisfy { $0 < 0x80 }
  }

  /// `nil` when the script has no such place.
  func range(_ place: ShellCheckComment.Place) -> SourceRange? {
    guard let start = offset(place.line, place.column),
      let end = offset(place.endLine, place.endColumn), start <= end
    else { return nil }
    return SourceRange(start: start, end: end)
  }

  private func offset(_ line: Int, _ column: Int) -> Int? {
    guard starts.indices.contains(line - 1), column > 0 else { return nil }
    let start = starts[line - 1]
    let end = line < starts.count ? starts[line] - 1 : text.count
    var offset = start
    if isASCII {
      offset += column - 1
    } else {
      for _ in 1..<column {
        offset += 1
        while offset < end, text[offset] & 0xC0 == 0x80 { offset += 1 }
        guard offset <= end else { return nil }
      }
    }
    return offset <= end ? offset : nil
  }
}

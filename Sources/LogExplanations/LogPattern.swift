/// The words of a message with gaps for what changes: `{name}` takes any text, `{#name}` digits.
///
/// A pattern may stand anywhere in a line. A gap at its start takes one word, one at its end the rest
/// of the line. A final `$` wants the end of the line there.
struct LogPattern: Sendable {
  private enum Piece: Sendable {
    case words([UInt8])
    case text(String)
    case digits(String)
  }

  private let pieces: [Piece]
  private let endsLine: Bool
  /// Names of the gaps.
  let gaps: [String]
  /// Bytes that are fixed; the longest pattern that fits a line says most about it.
  let weight: Int
  /// Characters that a line must have to fit.
  let bytes: ByteSet

  init(_ pattern: String) {
    endsLine = pattern.hasSuffix("$")
    pieces = Self.pieces(endsLine ? pattern.dropLast() : pattern[...])
    gaps = pieces.compactMap { piece in
      switch piece {
      case .words: nil
      case .text(let name), .digits(let name): name
      }
    }
    let words = pieces.flatMap { (piece) -> [UInt8] in
      if case .words(let words) = piece { words } else { [] }
    }
    weight = words.count
    bytes = ByteSet(words)
  }

  /// What stands in the gaps, or nil when the line has other words.
  func match(_ line: [UInt8]) -> [String: String]? {
    let first = pieces.firstIndex { if case .words = $0 { true } else { false } } ?? 0
    guard case .words(let words) = pieces[first] else { return nil }
    var from = 0
    while let start = line.find(words, from: from) {
      var found: [String: String] = [:]
      if first == 0 || word(before: start, in: line, for: pieces[0], &found),
        rest(first + 1, start + words.count, in: line, &found)
      {
        return found
      }
      from = start + 1
    }
    return nil
  }

  private func word(
    before end: Int, in line: [UInt8], for piece: Piece, _ found: inout [String: String]
  ) -> Bool {
    guard case .text(let name) = piece else { return false }
    let start = line[..<end].lastIndex(of: UInt8(ascii: " ")).map { $0 + 1 } ?? 0
    guard start < end else { return false }
    found[name] = String(decoding: line[start..<end], as: UTF8.self)
    return true
  }

  /// Whether the pieces from `index` on fit at `offset`.
  private func rest(
    _ index: Int, _ offset: Int, in line: [UInt8], _ found: inout [String: String]
  ) -> Bool {
    guard index < pieces.count else { return !endsLine || offset == line.count }
    switch pieces[index] {
    case .words(let words):
      guard line[offset...].starts(with: words) else { return false }
      return rest(index + 1, offset + words.count, in: line, &found)
    case .digits(let name):
      let digits = line[offset...].prefix { (0x30...0x39).contains($0) }
      found[name] = String(decoding: digits, as: UTF8.self)
      return !digits.isEmpty && rest(index + 1, digits.endIndex, in: line, &found)
    case .text(let name):
      guard index + 1 < pieces.count, case .words(let next) = pieces[index + 1] else {
        found[name] = String(decoding: line[offset...], as: UTF8.self)
        return true
      }
      var from = offset
      while let end = line.find(next, from: from) {
        found[name] = String(decoding: line[offset..<end], as: UTF8.self)
        if rest(index + 1, end, in: line, &found) { return true }
        from = end + 1
      }
      return false
    }
  }

  private static func pieces(_ pattern: Substring) -> [Piece] {
    var pieces: [Piece] = []
    var rest = pattern
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.words(Array(rest[..<open].utf8))) }
      let name = rest[rest.index(after: open)..<close]
      pieces.append(name.hasPrefix("#") ? .digits(String(name.dropFirst())) : .text(String(name)))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.words(Array(rest.utf8))) }
    return pieces
  }
}

extension [UInt8] {
  /// Where `words` stand next.
  fileprivate func find(_ words: [UInt8], from start: Int) -> Int? {
    guard let head = words.first, count - start >= words.count else { return nil }
    return withUnsafeBufferPointer { bytes in
      for index in start...(bytes.count - words.count)
      where bytes[index] == head && bytes[index..<(index + words.count)].elementsEqual(words) {
        return index
      }
      return nil
    }
  }
}

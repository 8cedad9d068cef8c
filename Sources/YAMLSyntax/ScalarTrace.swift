import Diagnostics

/// The decoded text of a scalar as it grows, with the source of each run, and the reading of
/// libyaml's character classes.
struct ScalarTrace {
  let bytes: [UInt8]
  private(set) var text: [UInt8] = []
  private(set) var segments: [ScalarSourceMap.Segment] = []
  /// Offset of the next source byte to read.
  var cursor: Int

  init(_ bytes: [UInt8], at cursor: Int) {
    self.bytes = bytes
    self.cursor = cursor
  }

  /// Whether the decoded text is this one.
  func gives(_ wanted: String) -> Bool {
    var wanted = wanted
    return wanted.withUTF8 { wanted in
      text.withUnsafeBufferPointer { ByteSearch.areEqual($0, wanted) }
    }
  }

  /// Takes source bytes over as they are.
  mutating func copy(_ range: SourceRange) {
    append(bytes[range.start..<range.end], from: range)
  }

  /// Adds decoded bytes that stand for a source range.
  mutating func append(_ decoded: some Sequence<UInt8>, from source: SourceRange) {
    let start = text.count
    text.append(contentsOf: decoded)
    guard text.count > start else { return }
    let run = ScalarSourceMap.Segment(
      decoded: SourceRange(start: start, end: text.count), source: source)
    if let last = segments.indices.last, segments[last].isCopy, run.isCopy,
      segments[last].source.end == source.start
    {
      segments[last].decoded.end = run.decoded.end
      segments[last].source.end = source.end
    } else {
      segments.append(run)
    }
  }

  /// The byte at an offset, NUL after the end.
  func byte(_ offset: Int) -> UInt8 {
    offset < bytes.count ? bytes[offset] : 0
  }

  func isBlank(_ offset: Int) -> Bool {
    byte(offset) == 0x20 || byte(offset) == 0x09
  }

  /// Length of the line break at an offset, 0 when there is none. YAML 1.1 counts the separators
  /// NEL, LS and PS as breaks.
  func breakLength(_ offset: Int) -> Int {
    switch byte(offset) {
    case 0x0A: 1
    case 0x0D: byte(offset + 1) == 0x0A ? 2 : 1
    case 0xC2 where byte(offset + 1) == 0x85: 2
    case 0xE2
    where byte(offset + 1) == 0x80
      && (byte(offset + 2) == 0xA8 || byte(offset + 2) == 0xA9):
      3
    default: 0
    }
  }

  /// Reads the line break at the cursor. LS and PS stay as they are, all others are a line feed.
  mutating func takeBreak() -> LineBreak {
    let start = cursor
    cursor += breakLength(cursor)
    let decoded = byte(start) == 0xE2 ? Array(bytes[start..<cursor]) : [0x0A]
    return LineBreak(decoded: decoded, source: SourceRange(start: start, end: cursor))
  }

  struct LineBreak {
    var decoded: [UInt8]
    var source: SourceRange

    var isLineFeed: Bool { decoded == [0x0A] }
  }
}

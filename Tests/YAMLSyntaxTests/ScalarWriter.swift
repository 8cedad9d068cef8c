import Diagnostics

/// A document as it is written, which knows for each piece of the scalar's text what it came from.
struct ScalarWriter {
  /// A piece of the decoded text that cannot be split further.
  struct Unit {
    var decoded: [UInt8]
    var source: SourceRange
  }

  private(set) var bytes: [UInt8] = []
  private(set) var units: [Unit] = []

  /// Where the next byte goes.
  var offset: Int { bytes.count }

  /// Writes what is not in the decoded text.
  mutating func write(_ text: String) {
    bytes += text.utf8
  }

  /// Writes characters that stand for themselves.
  mutating func copy(_ text: String) {
    for scalar in text.unicodeScalars { write(String(scalar), meaning: String(scalar)) }
  }

  /// Writes a piece of source that stands for a text.
  mutating func write(_ text: String, meaning decoded: String) {
    let start = offset
    write(text)
    add(decoded, from: SourceRange(start: start, end: offset))
  }

  /// Adds to the decoded text what a part of the source, written before, stands for.
  mutating func add(_ decoded: String, from source: SourceRange) {
    units.append(Unit(decoded: Array(decoded.utf8), source: source))
  }
}

package import Diagnostics

/// Findings that were there on a day and are not reported again. A finding is known by its rule, its
/// file and the text of its line, so that it stays known when lines move.
package struct Baseline: Sendable {
  /// What equal findings have in common.
  package struct Key: Hashable, Comparable, Sendable {
    package var path: String
    package var code: String
    /// Hash of the line's text without the blanks around it.
    package var line: String

    package init(path: String, code: String, line: String) {
      self.path = path
      self.code = code
      self.line = line
    }

    package static func < (left: Key, right: Key) -> Bool {
      (left.path, left.code, left.line) < (right.path, right.code, right.line)
    }
  }

  /// How many findings of each kind are known.
  package private(set) var counts: [Key: Int]

  package init(counts: [Key: Int] = [:]) {
    self.counts = counts
  }

  /// Adds the findings of a file; `path` is its name in the baseline.
  package mutating func add(_ findings: [Diagnostic], in source: SourceText, as path: String) {
    for finding in findings { counts[Self.key(finding, source, path), default: 0] += 1 }
  }

  /// The findings that are not known. Of several alike the first ones are taken for the known ones.
  package func unknown(
    among findings: [Diagnostic], in source: SourceText, as path: String
  ) -> [Diagnostic] {
    var left = counts
    return findings.filter { finding in
      let key = Self.key(finding, source, path)
      guard let count = left[key], count > 0 else { return true }
      left[key] = count - 1
      return false
    }
  }

  private static func key(_ finding: Diagnostic, _ source: SourceText, _ path: String) -> Key {
    let range = source.range(ofLine: source.lines.line(at: finding.range.start))
    let line = source.bytes[range.start..<range.end]
      .drop { $0 == 0x20 || $0 == 0x09 }
      .reversed().drop { $0 == 0x20 || $0 == 0x09 }.reversed()
    return Key(path: path, code: finding.rule.code, line: hash(line))
  }

  /// FNV-1a: the same on every machine, and nobody gains by a collision.
  private static func hash(_ bytes: some Sequence<UInt8>) -> String {
    let start: UInt64 = 0xcbf2_9ce4_8422_2325
    let value = bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

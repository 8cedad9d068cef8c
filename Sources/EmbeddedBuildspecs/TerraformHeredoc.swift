import Diagnostics
import YAMLSyntax

/// The lines between `<<EOF` and `EOF`.
struct TerraformHeredoc: Equatable {
  /// The lines with their breaks.
  var content: SourceRange
  /// Whether it began with `<<-`, which takes off the indentation that all lines share.
  var isIndented: Bool

  /// The lines without that indentation; `${` and escapes are as they stand.
  func text(in bytes: [UInt8]) -> DecodedText {
    let width = isIndented ? indentation(in: bytes) : 0
    var text = DecodedText()
    for line in lines(in: bytes) {
      let skipped = isBlank(line, in: bytes) ? 0 : width
      text.copy((line.lowerBound + skipped)..<line.upperBound, of: bytes)
    }
    return text
  }

  /// The least indentation of a line that is not empty.
  private func indentation(in bytes: [UInt8]) -> Int {
    lines(in: bytes).filter { !isBlank($0, in: bytes) }
      .map { bytes[$0].prefix { $0 == 0x20 || $0 == 0x09 }.count }.min() ?? 0
  }

  private func isBlank(_ line: Range<Int>, in bytes: [UInt8]) -> Bool {
    bytes[line].allSatisfy { $0 <= 0x20 }
  }

  private func lines(in bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = content.start
    while start < content.end {
      let end = ByteSearch.first(0x0A, in: bytes, from: start).map { $0 + 1 } ?? content.end
      lines.append(start..<min(end, content.end))
      start = end
    }
    return lines
  }
}

package import Diagnostics
import YAMLSyntax

/// A buildspec that stands as a text in another file.
package struct EmbeddedBuildspec: Sendable {
  /// The text that reaches CodeBuild, with a word in the place of each placeholder.
  package let source: SourceText
  /// The whole value in the file around it.
  package let place: SourceRange
  /// In the order of the text.
  package let placeholders: [Placeholder]

  let outer: SourceText
  let notation: Notation
  let map: ScalarSourceMap
  let words: PlaceholderWords

  init(_ text: DecodedText, at place: SourceRange, in outer: SourceText, _ notation: Notation) {
    // The text has no name of its own, so it gets the one that no rule has anything to say about.
    source = SourceText(path: "buildspec.yml", bytes: text.bytes)
    placeholders = text.placeholders
    words = PlaceholderWords(text.placeholders, in: text.bytes)
    map = ScalarSourceMap(segments: text.segments, end: text.segments.last?.source.end ?? place.end)
    self.place = place
    self.outer = outer
    self.notation = notation
  }

  /// The place in the file of a place in the text.
  package func place(of range: SourceRange) -> SourceRange {
    source.bytes.isEmpty ? place : map.sourceRange(of: range)
  }

  /// A message about the text, with placeholders as the template has them.
  package func shown(_ message: String) -> String {
    words.pieces(of: message).map { $0.map(\.text).joined() } ?? message
  }

  /// Whether a string is a buildspec and not the path of one.
  static func isBuildspec(_ text: [UInt8]) -> Bool {
    guard let first = text.first(where: { $0 > 0x20 }) else { return false }
    return first == UInt8(ascii: "{") || text.contains(0x0A) || ByteSearch.contains(": ", in: text)
  }
}

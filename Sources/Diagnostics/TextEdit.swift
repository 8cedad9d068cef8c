/// A replacement of bytes in the source.
package struct TextEdit: Hashable, Sendable {
  package var range: SourceRange
  package var replacement: String

  package init(range: SourceRange, replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

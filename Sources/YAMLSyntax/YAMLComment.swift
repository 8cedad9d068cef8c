package import Diagnostics

/// A comment, from its `#` to the end of the line.
package struct YAMLComment: Hashable, Sendable {
  package var range: SourceRange
  /// Whether something other than blanks stands before it on its line.
  package var isTrailing: Bool

  package init(range: SourceRange, isTrailing: Bool) {
    self.range = range
    self.isTrailing = isTrailing
  }
}

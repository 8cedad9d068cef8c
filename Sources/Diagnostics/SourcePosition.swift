/// A place in a text as people read it.
package struct SourcePosition: Hashable, Sendable {
  /// 1-based.
  package var line: Int
  /// 1-based, counted in Unicode code points.
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

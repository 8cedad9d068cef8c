package import Diagnostics

/// `build-fanout`: the same build several times.
package struct BatchFanout: Hashable, Sendable {
  /// Place of the `build-fanout` key.
  package var range: SourceRange
  /// The text as written; a positive whole number when it is right.
  package var parallelism: Located<String>?
  package var ignoreFailure: Located<Bool>?

  package init(range: SourceRange) {
    self.range = range
  }
}

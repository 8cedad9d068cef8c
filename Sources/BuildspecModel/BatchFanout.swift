package import Diagnostics

/// `build-fanout`: the same build several times.
package struct BatchFanout: Hashable, Sendable {
  /// Place of the `build-fanout` key.
  package var range: SourceRange
  /// The text as written; a positive whole number when it is right.
  package var parallelism: Located<String>?
  package var ignoreFailure: Located<Bool>?

  /// `nil` when `parallelism` is not right.
  package var buildCount: Int? {
    parallelism.flatMap { Int($0.value) }.flatMap { $0 > 0 ? $0 : nil }
  }

  package init(range: SourceRange) {
    self.range = range
  }
}

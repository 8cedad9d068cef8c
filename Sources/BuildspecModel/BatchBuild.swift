package import Diagnostics

/// One item of `build-list` or `build-graph`.
package struct BatchBuild: Hashable, Sendable {
  /// Place of the whole item.
  package var range: SourceRange
  package var identifier: Located<String>?
  package var buildspec: Located<String>?
  package var dependsOn: [Located<String>] = []
  package var ignoreFailure: Located<Bool>?
  package var debugSession: Located<Bool>?
  package var env: BatchEnvironment?

  package init(range: SourceRange) {
    self.range = range
  }
}

package import Diagnostics

/// The files of one artifact.
package struct ArtifactSet: Hashable, Sendable {
  /// Place of the section's key.
  package var range: SourceRange
  /// `nil` when the key is absent.
  package var files: [Located<String>]?
  package var name: Located<String>?
  package var discardPaths: Located<Bool>?
  package var baseDirectory: Located<String>?
  package var excludePaths: [Located<String>] = []
  package var enableSymlinks: Located<Bool>?
  package var s3Prefix: Located<String>?
  /// Packaging in version 0.1.
  package var type: Located<String>?

  package init(range: SourceRange) {
    self.range = range
  }
}

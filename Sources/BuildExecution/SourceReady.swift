/// Where the build works.
package struct SourceReady: Sendable {
  /// Value of `CODEBUILD_SRC_DIR`.
  package var folder: String
  /// Number of files copied; `nil` when the build works in place.
  package var copiedFiles: Int?

  package init(folder: String, copiedFiles: Int?) {
    self.folder = folder
    self.copiedFiles = copiedFiles
  }
}

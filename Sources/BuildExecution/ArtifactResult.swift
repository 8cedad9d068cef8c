/// An artifact that was found, and written if a folder for artifacts was given.
package struct ArtifactResult: Sendable {
  /// `nil` for the primary artifact.
  package var identifier: String?
  /// `name` after the shell has evaluated it.
  package var name: String?
  package var fileCount: Int
  /// The folder with the files: a path, or a URL in S3. `nil` when nothing was written, or a ZIP.
  package var folder: String?
  /// The ZIP archive with the files: a path, or a URL in S3.
  package var archive: String?

  package init(
    identifier: String?, name: String?, fileCount: Int, folder: String?, archive: String? = nil
  ) {
    self.identifier = identifier
    self.name = name
    self.fileCount = fileCount
    self.folder = folder
    self.archive = archive
  }
}

/// An artifact that was found, and written if a folder for artifacts was given.
package struct ArtifactResult: Sendable {
  /// `nil` for the primary artifact.
  package var identifier: String?
  /// `name` after the shell has evaluated it.
  package var name: String?
  package var fileCount: Int
  /// Where the files are; `nil` when no folder was given.
  package var folder: String?

  package init(identifier: String?, name: String?, fileCount: Int, folder: String?) {
    self.identifier = identifier
    self.name = name
    self.fileCount = fileCount
    self.folder = folder
  }
}

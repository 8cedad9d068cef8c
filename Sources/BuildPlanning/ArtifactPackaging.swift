/// How the files of an artifact are kept, in the words of a project's `packaging`.
package enum ArtifactPackaging: String, CaseIterable, Codable, Sendable {
  /// As a folder.
  case none
  /// As one ZIP archive.
  case zip
}

/// An artifact section with its variables replaced.
struct ArtifactRequest: Sendable {
  /// `nil` for the primary artifact.
  var identifier: String?
  /// `nil` when the key is absent.
  var files: [String]?
  var baseDirectory: String
  var excludePaths: [String]
  var discardPaths: Bool
}

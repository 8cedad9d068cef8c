/// An artifact section with its variables replaced.
struct ArtifactRequest: Sendable {
  /// `nil` for the primary artifact.
  var identifier: String?
  /// `nil` when the key is absent.
  var files: [String]?
  var baseDirectory: String
  var excludePaths: [String]
  var discardPaths: Bool
  /// Whether links that stay inside the artifact are kept as links; else what they lead to is taken.
  var keepsLinks: Bool
}

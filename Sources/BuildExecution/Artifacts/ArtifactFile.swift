import SystemPackage

/// One file of an artifact.
struct ArtifactFile: Hashable, Sendable {
  /// Where it is, absolute.
  var source: FilePath
  /// Where it goes, relative to the artifact's folder.
  var target: FilePath
  /// Whether it is a link that is kept as a link.
  var isLink: Bool
}

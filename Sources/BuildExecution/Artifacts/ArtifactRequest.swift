import SystemPackage

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

  /// Where the files are looked for, relative to the source: the part of each pattern that comes
  /// before its first wildcard.
  var places: [FilePath] {
    (files ?? []).map { file in
      let pattern = FilePath(baseDirectory).pushing(FilePath(file)).lexicallyNormalized()
      var place = FilePath()
      for component in pattern.components {
        guard component.kind == .regular, Glob(component.string).isLiteral else { break }
        place.append(component)
      }
      return place
    }
  }
}

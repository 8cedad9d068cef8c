/// The `artifacts` section.
package struct Artifacts: Hashable, Sendable {
  package var primary: ArtifactSet
  /// In the order of the file.
  package var secondary: [SecondaryArtifact]

  package init(primary: ArtifactSet, secondary: [SecondaryArtifact] = []) {
    self.primary = primary
    self.secondary = secondary
  }

  /// The primary artifact and the secondary ones.
  package var sets: [ArtifactSet] {
    var sets = [primary]
    for artifact in secondary { sets.append(artifact.set) }
    return sets
  }
}

/// One entry of `artifacts.secondary-artifacts`.
package struct SecondaryArtifact: Hashable, Sendable {
  package var identifier: Located<String>
  package var set: ArtifactSet

  package init(identifier: Located<String>, set: ArtifactSet) {
    self.identifier = identifier
    self.set = set
  }
}

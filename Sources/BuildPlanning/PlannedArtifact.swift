/// The files that one artifact takes from the source folder.
package struct PlannedArtifact: Codable, Hashable, Sendable {
  /// Identifier of a secondary artifact; `nil` for the primary one.
  package var identifier: String?
  /// `nil` when the key is absent, which the service does not accept for a primary artifact alone.
  package var files: [PlannedText]?
  package var baseDirectory: PlannedText?
  package var excludePaths: [PlannedText]
  package var discardPaths: Bool
  package var enableSymlinks: Bool
  /// Evaluated by the build's shell.
  package var name: PlannedText?
  /// Used with `ArtifactNamespace.buildID` only.
  package var s3Prefix: PlannedText?
  package var place: PlanPlace

  package init(
    identifier: String? = nil, files: [PlannedText]?, baseDirectory: PlannedText? = nil,
    excludePaths: [PlannedText] = [], discardPaths: Bool = false, enableSymlinks: Bool = false,
    name: PlannedText? = nil, s3Prefix: PlannedText? = nil, place: PlanPlace
  ) {
    self.identifier = identifier
    self.files = files
    self.baseDirectory = baseDirectory
    self.excludePaths = excludePaths
    self.discardPaths = discardPaths
    self.enableSymlinks = enableSymlinks
    self.name = name
    self.s3Prefix = s3Prefix
    self.place = place
  }
}

/// What stands in front of an artifact's name, in the words of a project's `namespaceType`.
package enum ArtifactNamespace: String, CaseIterable, Codable, Sendable {
  case none
  /// The identifier of the build, so that each build has a place of its own.
  case buildID = "build-id"
}

package import BuildspecModel

/// What the project says beside the variables and the timeout. `nil` means "not known".
package struct PlannedProject: Codable, Hashable, Sendable {
  package var name: String?
  package var image: String?
  /// Such as `LINUX_CONTAINER`.
  package var environmentType: String?
  /// Such as `BUILD_GENERAL1_SMALL`.
  package var computeType: String?
  package var isPrivileged: Bool?
  /// Such as `S3`, `CODEPIPELINE` or `NO_ARTIFACTS`.
  package var artifactsType: String?
  /// Whether the buildspec may name the artifact.
  package var overridesArtifactName: Bool?
  /// Identifiers.
  package var secondaryArtifacts: [String]?
  /// Whether the paths of `cache` are kept.
  package var keepsCache: Bool?

  package init(_ project: BuildProject) {
    name = project.name
    image = project.image
    environmentType = project.environmentType
    computeType = project.computeType
    isPrivileged = project.isPrivileged
    artifactsType = project.artifactsType
    overridesArtifactName = project.overridesArtifactName
    secondaryArtifacts = project.secondaryArtifacts
    keepsCache = project.cache.map { $0 == .s3 || $0 == .local(keepsPaths: true) }
  }
}

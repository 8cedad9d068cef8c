/// What is known of the CodeBuild project that reads a buildspec. `nil` always means "not known": a
/// template may leave a value to a parameter, and `--image` tells nothing but the image.
package struct BuildProject: Hashable, Sendable {
  /// Name of the project; in a template the logical id when it has no name of its own.
  package var name: String?
  package var image: String?
  /// As written, such as `LINUX_CONTAINER`.
  package var environmentType: String?
  package var computeType: String?
  package var isPrivileged: Bool?
  package var timeoutMinutes: Int?
  /// Whether builds run on reserved capacity.
  package var hasFleet: Bool?
  /// Whether commands reach a Docker daemon that CodeBuild keeps beside the build.
  package var hasDockerServer: Bool?
  package var isInVPC: Bool?
  package var variables: [ProjectVariable]?
  /// Path, ARN or text of a buildspec; empty when the project names none.
  package var buildspec: String?
  /// As written, such as `GITHUB` or `CODEPIPELINE`.
  package var sourceType: String?
  /// Identifiers.
  package var secondarySources: [String]?
  /// As written, such as `S3`, `CODEPIPELINE` or `NO_ARTIFACTS`.
  package var artifactsType: String?
  /// Whether the buildspec may name the artifact.
  package var overridesArtifactName: Bool?
  /// Identifiers.
  package var secondaryArtifacts: [String]?
  package var cache: ProjectCache?
  /// Whether the project has settings for batches, without which it starts none.
  package var allowsBatches: Bool?
  package var batch = ProjectBatch()

  package init() {}

  /// A project of which only the image is known.
  package init(image: String) {
    self.image = image
  }

  /// The image among those that AWS provides.
  package var curatedImage: CuratedImage? { image.flatMap(ImageTable.image) }

  /// Where builds run.
  package var platform: CuratedImage.Platform? {
    environmentType.flatMap(EnvironmentType.init)?.platform ?? curatedImage?.platform
  }

  /// Whether builds run on Lambda compute.
  package var isLambda: Bool? {
    environmentType.flatMap(EnvironmentType.init)?.isLambda ?? curatedImage?.isLambda
  }

  /// The runtimes that the image can select, when they are known.
  package var runtimes: ImageRuntimes? {
    curatedImage.flatMap { image in RuntimeTable.images.first { $0.image == image.name } }
  }

  /// How messages name the project.
  package var shown: String { name.map { "the project `\($0)`" } ?? "the project" }
}

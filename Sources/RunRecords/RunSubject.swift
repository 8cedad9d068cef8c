package import BuildExecution
package import BuildPlanning

/// What a run runs. No secret is in it.
package struct RunSubject: Sendable {
  /// The buildspec as the user named it.
  package var buildspec: String
  /// `host`, or the program of the container engine.
  package var engine: String
  package var image: String?
  package var shell: String?
  /// The source folder as the user named it.
  package var directory: String
  /// Whether the build works in that folder itself.
  package var isInPlace: Bool
  /// The commit, where the source has one.
  package var sourceVersion: String?

  /// - Parameter mask: hides the secrets that are known.
  package init(_ plan: RunPlan, mask: SecretMask) {
    buildspec = mask.masked(plan.buildspecPath)
    engine = plan.container?.engine.rawValue ?? "host"
    image = (plan.container?.image).map(mask.masked)
    shell = mask.masked(plan.shell)
    directory = mask.masked(plan.source.directory)
    isInPlace = plan.source.isInPlace
    sourceVersion = Self.sourceVersion(plan).map(mask.masked)
  }

  /// Of a buildspec that cannot be used.
  package init(
    buildspec: String, engine: String, image: String?, directory: String, isInPlace: Bool
  ) {
    self.buildspec = buildspec
    self.engine = engine
    self.image = image
    self.directory = directory
    self.isInPlace = isInPlace
  }

  private static func sourceVersion(_ plan: RunPlan) -> String? {
    let variable = plan.variables.first { $0.name == "CODEBUILD_RESOLVED_SOURCE_VERSION" }
    guard case .text(let text) = variable?.value else { return nil }
    return text
  }
}

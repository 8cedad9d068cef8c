package import BuildspecModel

/// What was asked for, beside the buildspec itself.
package struct RunRequest: Sendable {
  package var source: SourceFacts
  /// `--source`, in the order given; each identifier once.
  package var secondarySources: [(identifier: String, facts: SourceFacts)] = []
  package var isInPlace = false
  /// `nil` runs the commands on this machine.
  package var container: PlannedContainer?
  /// `-e`, in the order given; the last one of a name wins.
  package var flagVariables: [GivenVariable] = []
  /// Lines of all `--env-file`s, in the order given; the last one of a name wins.
  package var fileVariables: [GivenVariable] = []
  /// Lines of all `--secret-file`s, then `--secret`, each in the order given; the last one of a name
  /// wins. The plan takes over the names, not the values.
  package var secretVariables: [GivenVariable] = []
  /// `--offline`: nothing is fetched.
  package var isOffline = false
  /// The build of a batch that this is.
  package var batchBuild: PlannedBuild?
  /// Whether the environment type of that build chooses the platform of its container.
  package var honorsBatchType = true
  /// `--project`.
  package var project: BuildProject?
  /// `--region`, or the region that is inherited.
  package var region: GivenVariable?
  /// `--profile`.
  package var profile: String?
  /// `--endpoint-url`.
  package var endpointURL: String?
  /// Name of the user who starts the build.
  package var user: String?
  package var artifactsFolder: String?
  package var packaging = ArtifactPackaging.none
  package var namespace = ArtifactNamespace.none
  package var reportsFolder: String?
  package var selection = PhaseSelection()
  package var timeoutSeconds: Int?
  /// The part of a fan-out that the build plays: its place in the batch, or `--node` and `--nodes`.
  package var shard: Shard?

  package init(source: SourceFacts) {
    self.source = source
  }
}

/// All that a build will do, as plain data: what `plan` prints and what the runner follows.
package struct RunPlan: Codable, Equatable, Sendable {
  /// The buildspec as the user named it.
  package var buildspecPath: String
  /// The text of `version`; `nil` when the file has none.
  package var version: String?
  package var source: PlannedSource
  /// In the order given.
  package var secondarySources: [PlannedSecondarySource]
  /// `nil` runs the commands on this machine.
  package var container: PlannedContainer?
  /// The program that runs each command, such as `sh`.
  package var shell: String
  /// Version 0.1: no folder and no variable is carried from one command to the next.
  package var isolatesCommands: Bool
  /// All four phases in CodeBuild's order.
  package var phases: [PlannedPhase]
  /// What is set on top of the inherited environment, by name.
  package var variables: [PlannedVariable]
  /// What has to be fetched, in the order of the file.
  package var references: [PlannedReference]
  /// Whether nothing may be fetched.
  package var isOffline: Bool
  package var exportedVariables: [String]
  package var runtimes: [PlannedRuntime]
  /// The primary artifact first, then the secondary ones in the order of the file.
  package var artifacts: [PlannedArtifact]
  /// Where artifacts go; `nil` resolves and checks them without writing.
  package var artifactsFolder: String?
  package var packaging: ArtifactPackaging
  package var namespace: ArtifactNamespace
  /// Where the files of reports go; `nil` finds and counts them without writing.
  package var reportsFolder: String?
  package var cache: PlannedCache?
  package var reports: [PlannedReport]
  package var batch: PlannedBatch?
  /// `nil` when the build may take as long as it wants.
  package var timeoutSeconds: Int?
  /// What is known of the project that the build plays.
  package var project: PlannedProject?
  /// In the order of the file.
  package var notices: [PlanNotice]
  /// What the buildspec uses, in the order of the file, then what holds for every build.
  package var parity: [ParityFinding]
}

extension RunPlan {
  /// What the reports of a run need of its plan, when it is told once more. All else is empty.
  package init(
    buildspecPath: String, phases: [PlannedPhase], references: [PlannedReference],
    runtimes: [PlannedRuntime]
  ) {
    self.init(
      buildspecPath: buildspecPath, source: PlannedSource(directory: "", isInPlace: false),
      secondarySources: [],
      shell: "", isolatesCommands: false, phases: phases, variables: [], references: references,
      isOffline: false, exportedVariables: [], runtimes: runtimes, artifacts: [],
      packaging: .none, namespace: .none, reports: [], notices: [], parity: [])
  }
}

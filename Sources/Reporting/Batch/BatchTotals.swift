import BuildExecution

/// The reports and artifacts of all builds of a batch.
struct BatchTotals {
  /// The files of some builds.
  struct Files {
    var count = 0
    /// By number.
    var builds: Set<Int> = []
    /// Whether some are only found, since no folder for them was given.
    var areOnlyFound = false

    mutating func add(_ files: Int, of build: Int, isWritten: Bool) {
      count += files
      builds.insert(build)
      if !isWritten { areOnlyFound = true }
    }
  }

  /// By group.
  private(set) var reports: [String: Files] = [:]
  private(set) var artifacts = Files()

  mutating func receive(_ event: RunEvent, of build: Int) {
    switch event {
    case .reportReady(let report):
      reports[report.group, default: Files()]
        .add(report.fileCount, of: build, isWritten: report.folder != nil)
    case .artifactReady(let artifact):
      let isWritten = artifact.folder != nil || artifact.archive != nil
      artifacts.add(artifact.fileCount, of: build, isWritten: isWritten)
    default: break
    }
  }
}

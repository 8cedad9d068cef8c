package import BuildExecution

/// The end of one build of a batch.
package struct BatchBuildResult: Sendable {
  package var status: BuildStatus
  package var start: BatchBuildStart
  package var finishedAt: Timestamp
  /// Why the build could not be built at all, in one line without secrets, such as a buildspec that is
  /// not there; `nil` where its events tell all.
  package var problem: String?
  /// Place and words of the command that failed the build, such as `buildspec.yml:8:9: exit status 2`.
  package var failure: String?
  /// Masked, as in `BuildResult`.
  package var exportedVariables: [String: String]

  package init(
    status: BuildStatus, start: BatchBuildStart, finishedAt: Timestamp, problem: String? = nil,
    failure: String? = nil, exportedVariables: [String: String] = [:]
  ) {
    self.status = status
    self.start = start
    self.finishedAt = finishedAt
    self.problem = problem
    self.failure = failure
    self.exportedVariables = exportedVariables
  }

  package var microseconds: Int64 { finishedAt.since(start.startedAt) }
}

package import BuildExecution

/// What the build of a batch itself tells at its end.
package struct BatchBuildEnd: Sendable {
  package var status: BuildStatus
  /// See `BatchBuildResult.problem`.
  package var problem: String?
  /// See `BatchBuildResult.failure`.
  package var failure: String?
  package var exportedVariables: [String: String]

  package init(
    status: BuildStatus, problem: String? = nil, failure: String? = nil,
    exportedVariables: [String: String] = [:]
  ) {
    self.status = status
    self.problem = problem
    self.failure = failure
    self.exportedVariables = exportedVariables
  }
}

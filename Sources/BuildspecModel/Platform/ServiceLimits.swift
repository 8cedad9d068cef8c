/// Quotas of CodeBuild and CodePipeline that a file can break.
///
/// Source: CodeBuild API of botocore 1.43.11; CodeBuild quotas and buildspec reference, read in
/// November 2026.
package enum ServiceLimits {
  /// Highest count of `RETRY-<count>`.
  package static let retries = 100
  package static let fallbackKeys = 5
  /// Report groups of one project.
  package static let reportGroups = 5
  package static let reportGroupName = 2...128
  /// Test cases of one report; failed ones are kept first.
  package static let reportTestCases = 500
  /// Characters of a test case's name.
  package static let testCaseName = 1_000
  /// Characters of a test case's message.
  package static let testCaseMessage = 5_000
  package static let secondaryArtifacts = 12
  package static let secondarySources = 12
  /// Characters of a source or artifact identifier.
  package static let identifier = 127
  /// Minutes that a build may take.
  package static let buildTimeout = 5...2_160
  /// Minutes of a build that sets no timeout.
  package static let defaultBuildTimeout = 60
  /// Minutes that a build may wait for its turn.
  package static let queueTimeout = 5...480
  /// Minutes of a build on Lambda compute.
  package static let lambdaTimeout = 15
  /// Artifacts that a CodePipeline action of CodeBuild takes and gives.
  package static let pipelineInputs = 1...5
  package static let pipelineOutputs = 0...5
  /// Characters of the variables that a CodePipeline action passes.
  package static let pipelineEnvironment = 1_000
}

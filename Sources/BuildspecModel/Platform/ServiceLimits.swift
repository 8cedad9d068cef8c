/// Quotas of CodeBuild that a file can break.
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
}

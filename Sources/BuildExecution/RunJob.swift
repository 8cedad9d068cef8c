package import BuildPlanning
package import SystemPackage

/// A plan and the places on this machine that it speaks of.
package struct RunJob: Sendable {
  package var plan: RunPlan
  /// The project's folder, absolute.
  package var source: FilePath
  package var checkout: GitCheckout?
  package var secondarySources: [SecondarySource] = []
  /// Where artifacts go, absolute; `nil` writes none.
  package var artifacts: FilePath?
  /// Where artifacts go in S3, instead of `artifacts`.
  package var artifactsInS3: S3Location?
  /// Where the cache is kept; `nil` uses none.
  package var cache: CacheLocation?
  /// Where the files of reports go, absolute; `nil` writes none.
  package var reports: FilePath?
  /// This tool's own file, which acts as some of the service's programs; `nil` leaves those out.
  package var program: FilePath?
  /// Whether `codebuild-breakpoint` pauses the build.
  package var pauses = false
  package var aws = AWSSettings()
  /// The folder in which the runtimes of the system are looked for, for builds on this machine.
  package var runtimeRoot: FilePath = "/"
  /// Shared with other builds of the same settings.
  package var storeAnswers = StoreAnswers()
  /// Identifier of the build in its batch, under which its artifacts and reports go.
  package var batchBuild: String?
  /// Folders that this tool keeps inside the source; they are no part of it.
  package var ownFolders: Set<FilePath> = []
  /// Values of the variables that the plan calls secret, by name.
  package var secrets: [String: String]

  package init(
    plan: RunPlan, source: FilePath, checkout: GitCheckout?, artifacts: FilePath?,
    secrets: [String: String] = [:]
  ) {
    self.plan = plan
    self.source = source
    self.checkout = checkout
    self.artifacts = artifacts
    self.secrets = secrets
  }
}

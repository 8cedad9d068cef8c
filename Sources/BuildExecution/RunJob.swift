package import BuildPlanning
package import SystemPackage

/// A plan and the places on this machine that it speaks of.
package struct RunJob: Sendable {
  package var plan: RunPlan
  /// The project's folder, absolute.
  package var source: FilePath
  package var checkout: GitCheckout?
  /// Where artifacts go, absolute; `nil` writes none.
  package var artifacts: FilePath?
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

package import BuildPlanning

/// The begin of a build.
package struct BuildStart: Sendable {
  /// `local:` and a UUID.
  package var identifier: String
  package var plan: RunPlan

  package init(identifier: String, plan: RunPlan) {
    self.identifier = identifier
    self.plan = plan
  }
}

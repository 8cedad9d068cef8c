/// All builds of a batch and who waits for whom, as plain data: what `plan --batch` prints and what the
/// batch follows.
package struct BatchPlan: Codable, Equatable, Sendable {
  /// The buildspec as the user named it.
  package var buildspecPath: String
  package var kind: BatchKind
  /// Whether the first failure ends the whole batch.
  package var failsFast: Bool
  /// In the order of the file; each identifier once, and no build waits for itself, be it through others.
  package var builds: [PlannedBuild]
  /// In the order of the file.
  package var notices: [PlanNotice]

  package init(
    buildspecPath: String, kind: BatchKind, failsFast: Bool = false, builds: [PlannedBuild],
    notices: [PlanNotice] = []
  ) {
    self.buildspecPath = buildspecPath
    self.kind = kind
    self.failsFast = failsFast
    self.builds = builds
    self.notices = notices
  }
}

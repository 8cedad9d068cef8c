/// The `cache` section as written.
package struct PlannedCache: Codable, Hashable, Sendable {
  package var paths: [PlannedText]
  /// Evaluated by the build's shell, as are the fallback keys.
  package var key: PlannedText?
  package var fallbackKeys: [PlannedText]
  /// `restore` or `save` when only one of the two is wanted.
  package var action: String?
  package var place: PlanPlace

  package init(
    paths: [PlannedText], key: PlannedText?, fallbackKeys: [PlannedText], action: String?,
    place: PlanPlace
  ) {
    self.paths = paths
    self.key = key
    self.fallbackKeys = fallbackKeys
    self.action = action
    self.place = place
  }
}

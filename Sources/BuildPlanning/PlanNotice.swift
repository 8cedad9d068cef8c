/// A key of the file that this engine does not honour, and what happens instead.
package struct PlanNotice: Codable, Hashable, Sendable {
  /// Path of the key, such as `phases.install.runtime-versions`.
  package var key: String
  /// One sentence without the final full stop.
  package var message: String
  package var place: PlanPlace?

  package init(key: String, message: String, place: PlanPlace?) {
    self.key = key
    self.message = message
    self.place = place
  }
}

/// One row of the table as it bears on a build.
package struct ParityFinding: Codable, Hashable, Sendable {
  package var topic: ParityTopic
  /// Path of the key, such as `phases.build.run-as`; the title of what holds for every build.
  package var key: String
  package var parity: Parity
  /// What happens instead; `nil` where it is the same.
  package var reason: String?
  /// `nil` of what holds for every build.
  package var place: PlanPlace?

  package init(
    topic: ParityTopic, key: String, parity: Parity, reason: String? = nil, place: PlanPlace? = nil
  ) {
    self.topic = topic
    self.key = key
    self.parity = parity
    self.reason = reason
    self.place = place
  }
}

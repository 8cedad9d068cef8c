/// A text of the buildspec with its place.
package struct PlannedText: Codable, Hashable, Sendable {
  package var text: String
  package var place: PlanPlace

  package init(text: String, place: PlanPlace) {
    self.text = text
    self.place = place
  }
}

/// A variable that the batch gives to a build.
package struct BatchVariable: Codable, Hashable, Sendable {
  package var name: String
  package var value: String
  package var place: PlanPlace

  package init(name: String, value: String, place: PlanPlace) {
    self.name = name
    self.value = value
    self.place = place
  }
}

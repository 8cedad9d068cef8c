/// A variable whose value is kept elsewhere and must be fetched before the build.
package struct PlannedReference: Codable, Hashable, Sendable {
  package enum Store: String, Codable, Sendable {
    case parameterStore = "parameter-store"
    case secretsManager = "secrets-manager"
  }

  package var name: String
  package var store: Store
  /// The parameter's name, or `<secret-id>:<json-key>:<version-stage>:<version-id>`.
  package var reference: String
  package var place: PlanPlace

  package init(name: String, store: Store, reference: String, place: PlanPlace) {
    self.name = name
    self.store = store
    self.reference = reference
    self.place = place
  }
}

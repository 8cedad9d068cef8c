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
  /// `nil` for a variable of the project.
  package var place: PlanPlace?

  package init(name: String, store: Store, reference: String, place: PlanPlace?) {
    self.name = name
    self.store = store
    self.reference = reference
    self.place = place
  }
}

extension PlannedReference: CustomStringConvertible {
  /// Path of the key, such as `env.parameter-store.TOKEN`.
  package var key: String { "\(place == nil ? "project" : "env").\(store.rawValue).\(name)" }

  /// `env.parameter-store.TOKEN (buildspec.yml:4:5)`.
  package var description: String { place.map { "\(key) (\($0))" } ?? key }
}

/// One entry of `runtime-versions`, its version as written.
package struct PlannedRuntime: Codable, Hashable, Sendable {
  /// Where they stand.
  package static let key = "phases.install.runtime-versions"

  package var runtime: String
  package var version: String
  package var place: PlanPlace

  package init(runtime: String, version: String, place: PlanPlace) {
    self.runtime = runtime
    self.version = version
    self.place = place
  }
}

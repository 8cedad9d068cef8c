/// One entry of `runtime-versions`, its version as written.
package struct PlannedRuntime: Codable, Hashable, Sendable {
  package var runtime: String
  package var version: String

  package init(runtime: String, version: String) {
    self.runtime = runtime
    self.version = version
  }
}

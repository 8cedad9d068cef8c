/// The `cache` section as written.
package struct PlannedCache: Codable, Hashable, Sendable {
  package var paths: [String]
  package var key: String?
  package var fallbackKeys: [String]
  package var action: String?

  package init(paths: [String], key: String?, fallbackKeys: [String], action: String?) {
    self.paths = paths
    self.key = key
    self.fallbackKeys = fallbackKeys
    self.action = action
  }
}

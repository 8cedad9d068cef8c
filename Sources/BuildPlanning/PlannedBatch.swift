/// What the `batch` section would start; `run` builds the file once and leaves it aside.
package struct PlannedBatch: Codable, Hashable, Sendable {
  /// `build-list`, `build-graph`, `build-matrix` or `build-fanout`.
  package var kind: String
  /// Identifiers of the builds that are written one by one.
  package var identifiers: [String]
  /// Number of builds, where it can be told from the file.
  package var count: Int?

  package init(kind: String, identifiers: [String], count: Int?) {
    self.kind = kind
    self.identifiers = identifiers
    self.count = count
  }
}

/// The kinds of batches, by their key.
package enum BatchKind: String, CaseIterable, Codable, Sendable {
  case list = "build-list"
  case graph = "build-graph"
  case matrix = "build-matrix"
  case fanout = "build-fanout"
}

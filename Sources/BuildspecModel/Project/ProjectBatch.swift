/// What a project allows of a batch; `nil` means "not restricted, or not known".
package struct ProjectBatch: Hashable, Sendable {
  package var maximumBuilds: Int?
  package var computeTypes: [String]?

  package init(maximumBuilds: Int? = nil, computeTypes: [String]? = nil) {
    self.maximumBuilds = maximumBuilds
    self.computeTypes = computeTypes
  }
}

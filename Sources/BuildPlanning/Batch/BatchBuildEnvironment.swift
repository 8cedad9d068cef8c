/// What one build of a batch overrides of the project.
package struct BatchBuildEnvironment: Codable, Hashable, Sendable {
  package var image: String?
  /// Such as `BUILD_GENERAL1_SMALL`, as written.
  package var computeType: String?
  /// Such as `LINUX_CONTAINER`, as written.
  package var type: String?
  package var isPrivileged: Bool?
  package var fleet: String?
  /// In the order of the file; each name once.
  package var variables: [BatchVariable]

  package init(
    image: String? = nil, computeType: String? = nil, type: String? = nil,
    isPrivileged: Bool? = nil, fleet: String? = nil, variables: [BatchVariable] = []
  ) {
    self.image = image
    self.computeType = computeType
    self.type = type
    self.isPrivileged = isPrivileged
    self.fleet = fleet
    self.variables = variables
  }
}

/// Which source the build works on.
package struct PlannedSource: Codable, Hashable, Sendable {
  /// The project's folder as the user named it.
  package var directory: String
  /// Whether the build works in that folder itself instead of a copy.
  package var isInPlace: Bool

  package init(directory: String, isInPlace: Bool) {
    self.directory = directory
    self.isInPlace = isInPlace
  }
}

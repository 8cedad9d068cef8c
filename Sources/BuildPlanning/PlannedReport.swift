/// One report group as written.
package struct PlannedReport: Codable, Hashable, Sendable {
  package var name: String
  package var files: [String]
  /// `nil` means `JUNITXML`.
  package var fileFormat: String?
  package var baseDirectory: String?
  package var discardPaths: Bool

  package init(
    name: String, files: [String], fileFormat: String?, baseDirectory: String?, discardPaths: Bool
  ) {
    self.name = name
    self.files = files
    self.fileFormat = fileFormat
    self.baseDirectory = baseDirectory
    self.discardPaths = discardPaths
  }
}

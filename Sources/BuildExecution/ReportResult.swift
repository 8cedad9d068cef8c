/// The files of a report group that were found, and copied if a folder for reports was given.
package struct ReportResult: Sendable {
  /// Name of the group, without its ARN.
  package var group: String
  /// In upper case, such as `JUNITXML`.
  package var format: String
  package var fileCount: Int
  /// Where the files are; `nil` when no folder was given.
  package var folder: String?

  package init(group: String, format: String, fileCount: Int, folder: String?) {
    self.group = group
    self.format = format
    self.fileCount = fileCount
    self.folder = folder
  }
}

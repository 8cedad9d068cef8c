/// What a report needs to know beyond the findings.
package struct ReportContext: Sendable {
  /// Version of the tool, for formats that name it.
  package var toolVersion: String
  package var paths: ReportPaths

  package init(toolVersion: String = "0.0.0", paths: ReportPaths = ReportPaths()) {
    self.toolVersion = toolVersion
    self.paths = paths
  }
}

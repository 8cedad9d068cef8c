/// Findings in one of the formats.
package enum FindingsReport {
  /// The whole document, ready for standard output.
  package static func render(
    _ files: [FileFindings], as format: FindingsFormat, style: Style
  ) -> String {
    switch format {
    case .text: TextReport.render(files, style: style)
    case .concise: ConciseReport.render(files)
    case .json: JSONReport.render(files)
    }
  }
}

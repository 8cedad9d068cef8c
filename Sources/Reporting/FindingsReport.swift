/// Findings in one of the formats.
package enum FindingsReport {
  /// The whole document, ready for standard output.
  package static func render(
    _ files: [FileFindings], as format: FindingsFormat, style: Style,
    context: ReportContext = ReportContext()
  ) -> String {
    switch format {
    case .text: TextReport.render(files, style: style)
    case .concise: ConciseReport.render(files)
    case .json: JSONReport.render(files)
    case .jsonl: JSONLinesReport.render(files)
    case .sarif: SARIFReport(context: context).render(files)
    case .github: GitHubReport(paths: context.paths).render(files)
    case .gitlab: GitLabReport(paths: context.paths).render(files)
    case .junit: JUnitReport.render(files)
    case .checkstyle: CheckstyleReport.render(files)
    case .teamcity: TeamCityReport.render(files)
    case .markdown: MarkdownReport.render(files)
    }
  }
}

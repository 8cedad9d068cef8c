import Reporting

/// Writes the findings of a `lint` that changes nothing and reports to standard output as text, which
/// is the usual one.
struct TextOutput {
  let request: LintRequest
  let reports: ReportOutput
  let files: [ReportedFile]

  /// The exit status.
  func finish() throws(ToolError) -> ExitStatus {
    let mistakes = files.compactMap(\.configMistakes)
    if !mistakes.isEmpty { return try reports.writeConfigs(mistakes) }
    StandardStreams.write(TextReport.joined(files.map(\.text)))
    let counts = files.reduce(into: FindingCounts()) { $0.add($1.counts) }
    ReportOutput.summarize(counts)
    return counts.worst.map(request.failOn.isReached) == true ? .failure : .ok
  }
}

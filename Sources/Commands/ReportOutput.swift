import BuildExecution
import Diagnostics
import Reporting
import SystemPackage

/// Where the findings of a `lint` go: any number of files, and at most one format on standard output.
struct ReportOutput {
  private let targets: [ReportTarget]
  private let color: ColorChoice
  private let showsStatistics: Bool

  init(_ request: LintRequest) throws(ToolError) {
    targets = request.outputs.isEmpty ? [ReportTarget(.text)] : request.outputs
    color = request.color
    showsStatistics = request.showsStatistics
    let files = targets.compactMap(\.file)
    guard targets.count - files.count <= 1 else {
      throw .usage("only one --format can go to standard output; write --format NAME=FILE")
    }
    guard Set(files).count == files.count else {
      throw .usage("two formats cannot be written to one file")
    }
    if showsStatistics, let format = shown?.format, format != .text, format != .json {
      throw .usage("--statistics goes with --format text or json, not with \(format.rawValue)")
    }
  }

  /// Files come first: when one cannot be written, nothing else is said.
  func write(_ files: [FileFindings]) throws(ToolError) {
    for target in targets {
      guard let file = target.file else { continue }
      let style = Style(isColored: color == .always)
      let text = FindingsReport.render(files, as: target.format, style: style, context: .current)
      try WholeFile(path: FilePath(file), host: .live()).write(Array(text.utf8))
    }
    StandardStreams.write(standardOutput(files))
    if shown.map({ $0.format == .text }) ?? true { Self.summarize(FindingCounts(files)) }
  }

  /// Files share a config file, but its mistakes are told once.
  func writeConfigs(_ mistakes: [FileFindings]) throws(ToolError) -> ExitStatus {
    var seen: Set<String> = []
    try write(mistakes.filter { seen.insert($0.source.path).inserted })
    return .usage
  }

  /// One line for people, beside the report.
  static func summarize(_ counts: FindingCounts) {
    guard let summary = FindingsSummary.text(counts) else { return }
    StandardStreams.writeError("\n\(summary)\n")
  }

  /// How text looks when it is all that is asked for; `nil` when there is more.
  var onlyText: Style? {
    targets == [ReportTarget(.text)] && !showsStatistics ? color.style(forDescriptor: 1) : nil
  }

  private var shown: ReportTarget? { targets.first { $0.file == nil } }

  private func standardOutput(_ files: [FileFindings]) -> String {
    let style = color.style(forDescriptor: 1)
    if showsStatistics {
      return shown?.format == .json
        ? StatisticsReport.json(files) : StatisticsReport.text(files, style: style)
    }
    guard let format = shown?.format else { return "" }
    return FindingsReport.render(files, as: format, style: style, context: .current)
  }
}

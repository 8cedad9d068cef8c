import ArgumentParser
import BuildExecution
import Reporting
import RunRecords

struct RunsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ls", abstract: "List the runs, the newest first.")

  @OptionGroup var shared: RunsOptions

  @Option(help: "Output format.")
  var format = PlanFormat.text

  func run() throws {
    throw ExitCode(try run(on: .live()).rawValue)
  }

  /// Records that cannot be read are told after the others.
  func run(on host: Host) throws(ToolError) -> ExitStatus {
    let folder = try shared.folder(on: host)
    var rows: [RunListReport.Row] = []
    var problems: [String] = []
    for run in try RunsOptions.attempt({ try folder.runs() }) {
      do {
        if let overview = try RunOverview(run) { rows.append(Self.row(overview)) }
      } catch { problems.append("\(error)") }
    }
    switch format {
    case .text: StandardStreams.write(RunListReport.text(rows))
    case .json: StandardStreams.write(RunListReport.json(rows))
    }
    for problem in problems { StandardStreams.writeError("buildspec: error: \(problem)\n") }
    return problems.isEmpty ? .ok : .fault
  }

  private static func row(_ run: RunOverview) -> RunListReport.Row {
    RunListReport.Row(
      id: run.id.description, status: run.status.text, exitStatus: run.exitStatus,
      startedAt: run.startedAt, finishedAt: run.finishedAt, buildspec: run.buildspec,
      engine: run.engine, image: run.image, sourceVersion: run.sourceVersion)
  }
}

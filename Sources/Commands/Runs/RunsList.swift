import ArgumentParser
import BuildExecution
import Reporting
import RunRecords

struct RunsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ls", abstract: "List the runs, the newest first.")

  @OptionGroup var shared: RunsOptions

  @Flag(help: "List the batches instead.")
  var batches = false

  @Option(help: "Output format.")
  var format = PlanFormat.text

  func run() throws {
    throw ExitCode(try run(on: .live()).rawValue)
  }

  /// Records that cannot be read are told after the others.
  func run(on host: Host) throws(ToolError) -> ExitStatus {
    let problems = batches ? try listBatches(host) : try listRuns(host)
    for problem in problems { StandardStreams.writeError("buildspec: error: \(problem)\n") }
    return problems.isEmpty ? .ok : .fault
  }

  /// - Returns: what is wrong with records that cannot be read.
  private func listRuns(_ host: Host) throws(ToolError) -> [String] {
    let (rows, problems) = try read(shared.folder(on: host)) { try RunOverview($0).map(Self.row) }
    StandardStreams.write(format == .text ? RunListReport.text(rows) : RunListReport.json(rows))
    return problems
  }

  /// - Returns: what is wrong with records that cannot be read.
  private func listBatches(_ host: Host) throws(ToolError) -> [String] {
    let (rows, problems) = try read(shared.batches(on: host)) {
      try BatchOverview($0).map(Self.row)
    }
    StandardStreams.write(
      format == .text ? BatchListReport.text(rows) : BatchListReport.json(rows))
    return problems
  }

  private func read<Row>(
    _ folder: RunsFolder, row: (RunFolder) throws -> Row?
  ) throws(ToolError) -> (rows: [Row], problems: [String]) {
    var rows: [Row] = []
    var problems: [String] = []
    for run in try RunsOptions.attempt({ try folder.runs() }) {
      do {
        if let row = try row(run) { rows.append(row) }
      } catch { problems.append("\(error)") }
    }
    return (rows, problems)
  }

  private static func row(_ batch: BatchOverview) -> BatchListReport.Row {
    BatchListReport.Row(
      id: batch.id.description, status: batch.status.text, startedAt: batch.startedAt,
      finishedAt: batch.finishedAt, buildspec: batch.buildspec,
      builds: batch.builds.map { build in
        BatchListReport.Build(
          identifier: build.identifier, status: build.status?.rawValue,
          microseconds: build.microseconds, run: build.run)
      })
  }

  private static func row(_ run: RunOverview) -> RunListReport.Row {
    RunListReport.Row(
      id: run.id.description, status: run.status.text, exitStatus: run.exitStatus,
      startedAt: run.startedAt, finishedAt: run.finishedAt, buildspec: run.buildspec,
      engine: run.engine, image: run.image, sourceVersion: run.sourceVersion)
  }
}

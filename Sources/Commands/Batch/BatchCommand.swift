import ArgumentParser
import BatchExecution
import BuildExecution
import BuildPlanning
import Reporting
import RunRecords
import SystemPackage

struct BatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Run a batch build: its list, graph, matrix or fan-out.",
    discussion: """
      Each build starts the moment the builds that it waits for have ended and one of --jobs is free. \
      Each has a copy of the source, a log and a record of its own. Artifacts go to \
      DIR/<identifier> of --artifacts, secondary ones to DIR/<identifier>_<artifact>, the files of \
      reports to DIR/<group>/<identifier> of --reports. The flags of `run` count for every build; \
      --timeout is the time of one build.
      """)

  @OptionGroup var options: BatchOptions

  @OptionGroup var shared: RunOptions

  @Flag(name: [.customShort("n"), .long], help: "Print the plan and run nothing.")
  var dryRun = false

  @OptionGroup var telling: ReportOptions

  @OptionGroup var record: RecordOptions

  func validate() throws {
    if options.combineArtifacts, shared.artifacts.map({ $0.hasPrefix("s3:") }) ?? true {
      throw ValidationError("--combine-artifacts needs a folder: --artifacts DIR")
    }
  }

  func run() async throws {
    throw ExitCode(try await run(on: .live()))
  }

  /// Runs the batch and gives the exit status.
  func run(on host: Host) async throws(ToolError) -> Int32 {
    let preparation = BatchPreparation(options: options, shared: shared, host: host)
    switch try await preparation.prepare() {
    case .rejected(let rejected):
      StandardStreams.writeError(rejected.findings(style: shared.color.style(forDescriptor: 2)))
      return ExitStatus.failure.rawValue
    case .ready(let batch) where dryRun:
      StandardStreams.write(
        BatchPlanText.render(batch.plan, style: shared.color.style(forDescriptor: 1)))
      return ExitStatus.ok.rawValue
    case .ready(let batch):
      return try await run(batch, outputs: OutputsFile(telling.outputs, host: host), host: host)
    }
  }

  private func run(
    _ batch: BatchJob, outputs: OutputsFile?, host: Host
  ) async throws(ToolError) -> Int32 {
    var batch = batch
    let logFolder = try logFolder(of: &batch, host)
    let combination = try combination(for: &batch, host)
    defer { combination?.cleanUp() }
    let stop = StopControl()
    let watch = SignalWatch(stop)
    let recording = BatchRecording(in: batch.source, limit: record.limit, host: host)
    let report = BatchReport(
      log: telling.log, isQuiet: telling.quiet, isVerbose: telling.verbose, color: shared.color,
      host: host, stop: stop)
    let followers = [recording.follower, logFolder].compactMap(\.self)
    let stream = BatchStream(
      clock: host.clock, sink: BatchFanOut(report: report.sink(), followers: followers))
    let builds = BatchBuilds(
      batch, stream: stream, runs: recording.runs, recordLimit: record.limit,
      combination: combination, host: host)
    let runner = BatchRunner(
      batch.plan, jobs: options.jobs ?? Workers.coreCount,
      durations: recording.durations(of: batch.plan), clock: host.clock, builder: builds,
      events: stream, stop: stop, processors: Workers.coreCount)
    async let sweep: Void = Runner.removeLeftovers(host: host)
    let result = await runner.run(named: recording.id ?? "local:\(host.randomness.uuid())")
    await builds.finish()
    await sweep
    await recording.finish()
    try outputs?.write(variables(of: batch.plan, result))
    return withExtendedLifetime(watch) { ExitStatus.of(result.status, result.stopReason) }
  }

  private func logFolder(
    of batch: inout BatchJob, _ host: Host
  ) throws(ToolError) -> (any BatchFollower)? {
    let places = RunPlaces(options: shared, host: host)
    guard let folder = try places.folder(options.logDir, "--log-dir") else { return nil }
    batch.leaveOut(folder)
    do { return try LogFolder(folder, files: host.files) } catch {
      throw ToolError(.fault, "--log-dir: \(error)")
    }
  }

  private func combination(
    for batch: inout BatchJob, _ host: Host
  ) throws(ToolError) -> ArtifactCombination? {
    let places = RunPlaces(options: shared, host: host)
    guard options.combineArtifacts, let folder = try places.artifactsFolder() else { return nil }
    batch.leaveOut(folder)
    do {
      return try ArtifactCombination(target: folder, packaging: shared.packaging, host: host)
    } catch { throw ToolError(.fault, "\(error)") }
  }

  private func variables(
    of plan: BatchPlan, _ result: BatchResult
  ) -> [(build: String, variables: [String: String])] {
    zip(plan.builds, result.outcomes).compactMap { build, outcome in
      guard case .built(let result) = outcome else { return nil }
      return (build.identifier, result.exportedVariables)
    }
  }
}

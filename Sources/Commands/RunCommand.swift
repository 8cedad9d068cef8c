import ArgumentParser
import BuildExecution
import BuildPlanning
import Reporting
import RunRecords

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a build on this machine or in a container.",
    discussion: """
      The build works in a copy of the source: in a git work tree, the files that are tracked or \
      untracked but not ignored. On this machine, commands inherit your environment, but for \
      CODEBUILD_* and BUILDSPEC_*; in a container they have the image's own, and your AWS \
      credentials. Variables of the buildspec come over it, then those of --project, --env-file, \
      --env, --secret-file and --secret. Values of parameter-store and secrets-manager are fetched \
      by the AWS CLI. Secrets are shown as ***. Keys that a local build does not honour are told as \
      notices.
      """)

  @OptionGroup var shared: RunOptions

  @OptionGroup var phases: PhaseOptions

  @OptionGroup var nodes: NodeOptions

  @Flag(name: [.customShort("n"), .long], help: "Print the plan and run nothing.")
  var dryRun = false

  @OptionGroup var telling: ReportOptions

  @OptionGroup var record: RecordOptions

  @Flag(help: "Exit with the status of the command that failed the build.")
  var exitWithCommand = false

  func validate() throws { try shared.container.requireImage() }

  func run() async throws {
    throw ExitCode(try await run(on: .live()))
  }

  /// Runs the build and gives the exit status.
  func run(on host: Host) async throws(ToolError) -> Int32 {
    switch try await preparation(host).prepare() {
    case .rejected(let rejected): return await reject(rejected, host: host)
    case .ready(let job) where dryRun:
      StandardStreams.write(
        RunPlanText.render(job.plan, style: shared.color.style(forDescriptor: 1)))
      return ExitStatus.ok.rawValue
    case .ready(let job):
      try OfflineCheck.check(job.plan)
      return try await run(job, outputs: OutputsFile(telling.outputs, host: host), host: host)
    }
  }

  private func preparation(_ host: Host) -> RunPreparation {
    RunPreparation(options: shared, phases: phases.selection, shard: nodes.shard, host: host)
  }

  private func reject(_ rejected: RejectedBuild, host: Host) async -> Int32 {
    StandardStreams.writeError(rejected.findings(style: shared.color.style(forDescriptor: 2)))
    let status = ExitStatus.failure.rawValue
    if dryRun { return status }
    let report = RunReport(options: telling, color: shared.color, host: host, stop: StopControl())
    let recording = RunRecording(
      rejected.subject(shared), in: RunsFolder(project: rejected.folder, host: host),
      limit: record.limit, host: host)
    let isShown = [.codebuild, .json].contains(report.format)
    rejected.send(to: recording.stream(to: isShown ? report.sink() : nil), host: host)
    await recording.finish(exitStatus: status)
    return status
  }

  private func run(
    _ job: RunJob, outputs: OutputsFile?, host: Host
  ) async throws(ToolError) -> Int32 {
    var job = job
    let stop = StopControl()
    let report = RunReport(options: telling, color: shared.color, host: host, stop: stop)
    job.pauses = report.format == .pretty && host.terminal.isInteractive(.output)
    let watch = SignalWatch(stop)
    let mask = SecretMask(job.secrets.values)
    let recording = RunRecording(
      RunSubject(job.plan, mask: mask), in: RunsFolder(project: job.source, host: host),
      limit: record.limit, host: host)
    let events = recording.stream(to: report.sink())
    do {
      let runner = Runner(
        host: host, engine: BuildEngine.of(job.plan, host: host), events: events, stop: stop)
      let status = try await status(of: runner, job, events, outputs)
      await recording.finish(exitStatus: status)
      return withExtendedLifetime(watch) { status }
    } catch {
      await recording.finish(exitStatus: error.status.rawValue, reason: error.description)
      throw error
    }
  }

  /// Runs the build. What is thrown tells no secrets.
  private func status(
    of runner: Runner, _ job: RunJob, _ events: EventStream, _ outputs: OutputsFile?
  ) async throws(ToolError) -> Int32 {
    let result: BuildResult
    do {
      result = try await runner.run(job)
    } catch {
      throw ToolError(.fault, events.masked("\(error)"))
    }
    if case .fault(let message) = result.stopReason {
      throw ToolError(.fault, events.masked(message))
    }
    try outputs?.write(result.exportedVariables)
    return status(result)
  }

  private func status(_ result: BuildResult) -> Int32 {
    guard exitWithCommand, result.stopReason == nil, let failed = result.failedCommand,
      result.status != .succeeded
    else { return ExitStatus.of(result.status, result.stopReason) }
    return failed.outcome.status
  }
}

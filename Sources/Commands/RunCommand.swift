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

  @Flag(name: .shortAndLong, help: "Tell only failures.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Tell the variables and the time of each command too.")
  var verbose = false

  @Option(help: "How the run is reported; by default pretty on a terminal, else codebuild.")
  var log: RunLogFormat?

  @Option(
    help: "Write the exported variables to this file: K=V lines, or JSON when it ends in .json.",
    completion: .file())
  var outputs: String?

  @Flag(help: "Exit with the status of the command that failed the build.")
  var exitWithCommand = false

  @Flag(help: "Leave no record of the run in .buildspec/runs.")
  var noRecord = false

  @Option(
    help: ArgumentHelp(
      "Room that a record takes for the output of commands.", valueName: "size"))
  var recordLimit = ByteSize.recordLimit

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
      return try await run(job, outputs: OutputsFile(outputs, host: host), host: host)
    }
  }

  private func preparation(_ host: Host) -> RunPreparation {
    RunPreparation(options: shared, phases: phases.selection, shard: nodes.shard, host: host)
  }

  private func reject(_ rejected: RejectedBuild, host: Host) async -> Int32 {
    StandardStreams.writeError(rejected.findings(style: shared.color.style(forDescriptor: 2)))
    let status = ExitStatus.failure.rawValue
    if dryRun { return status }
    let report = RunReport(options: self, host: host, stop: StopControl())
    let recording = RunRecording(
      rejected.subject(shared), in: rejected.folder, limit: recordedBytes, host: host)
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
    let report = RunReport(options: self, host: host, stop: stop)
    job.pauses = report.format == .pretty && host.terminal.isInteractive(.output)
    let watch = SignalWatch(stop)
    let mask = SecretMask(job.secrets.values)
    let recording = RunRecording(
      RunSubject(job.plan, mask: mask), in: job.source, limit: recordedBytes, host: host)
    let events = recording.stream(to: report.sink())
    do {
      let runner = Runner(
        host: host, engine: engine(for: job.plan, host: host), events: events, stop: stop)
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

  /// `nil` when nothing is recorded.
  private var recordedBytes: Int? { noRecord ? nil : recordLimit.bytes }

  private func engine(for plan: RunPlan, host: Host) -> any Engine {
    guard let container = plan.container else { return HostEngine(host: host) }
    return DockerEngine(container, users: Set(plan.phases.compactMap(\.runAs)), host: host)
  }

  private func status(_ result: BuildResult) -> Int32 {
    switch result.stopReason {
    case .signal(let number): return 128 + number
    case .timeout: return ExitStatus.timedOut.rawValue
    case .fault: return ExitStatus.fault.rawValue
    case nil: break
    }
    if result.status == .succeeded { return ExitStatus.ok.rawValue }
    if exitWithCommand, let failed = result.failedCommand { return failed.outcome.status }
    return ExitStatus.failure.rawValue
  }
}

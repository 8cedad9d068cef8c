import ArgumentParser
import BuildExecution
import Reporting

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a build on this machine.",
    discussion: """
      The build works in a copy of the source: in a git work tree, the files that are tracked or \
      untracked but not ignored. Commands inherit your environment, but for CODEBUILD_* and \
      BUILDSPEC_*; variables of the buildspec come over it, then --env-file, then --env. Keys that \
      a build on this machine does not honour are told as notices.
      """)

  @OptionGroup var shared: RunOptions

  @Flag(name: [.customShort("n"), .long], help: "Print the plan and run nothing.")
  var dryRun = false

  @Flag(name: .shortAndLong, help: "Tell only failures.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Tell the variables and the time of each command too.")
  var verbose = false

  @Option(help: "How the run is reported; by default pretty on a terminal, else codebuild.")
  var log: RunLogFormat?

  @Flag(help: "Exit with the status of the command that failed the build.")
  var exitWithCommand = false

  func run() async throws {
    throw ExitCode(try await run(on: .live()))
  }

  /// Runs the build and gives the exit status.
  func run(on host: Host) async throws(ToolError) -> Int32 {
    let prepared = try await RunPreparation(options: shared, host: host).prepare()
    let stop = StopControl()
    let report = RunReport(options: self, host: host, stop: stop)
    switch prepared {
    case .rejected(let source, let diagnostics):
      let rejected = RejectedBuild(source: source, diagnostics: diagnostics)
      StandardStreams.writeError(rejected.findings(style: shared.color.style(forDescriptor: 2)))
      if !dryRun, [.codebuild, .json].contains(report.format) {
        rejected.send(to: report.stream(), host: host)
      }
      return ExitStatus.failure.rawValue
    case .ready(let job) where dryRun:
      StandardStreams.write(
        RunPlanText.render(job.plan, style: shared.color.style(forDescriptor: 1)))
      return ExitStatus.ok.rawValue
    case .ready(var job):
      job.pauses = report.format == .pretty && host.terminal.isInteractive(.output)
      let watch = SignalWatch(stop)
      let runner = Runner(
        host: host, engine: HostEngine(host: host), events: report.stream(), stop: stop)
      do {
        let result = try await runner.run(job)
        return withExtendedLifetime(watch) { status(result) }
      } catch {
        throw ToolError(.fault, "\(error)")
      }
    }
  }

  private func status(_ result: BuildResult) -> Int32 {
    switch result.stopReason {
    case .signal(let number): return 128 + number
    case .timeout: return ExitStatus.timedOut.rawValue
    case nil: break
    }
    if result.status == .succeeded { return ExitStatus.ok.rawValue }
    if exitWithCommand, let failed = result.failedCommand { return failed.outcome.status }
    return ExitStatus.failure.rawValue
  }
}

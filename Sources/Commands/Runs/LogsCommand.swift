import ArgumentParser
import BuildExecution
import Diagnostics
import Reporting
import RunRecords
import Synchronization

struct LogsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logs",
    abstract: "Tell a run again from its record.",
    discussion: """
      Prints what `run --log` printed, to the byte. Without an id it is the latest run. The begin of \
      an id, or of its last part, is enough where only one run has it. With --build the id is that of \
      a batch.
      """)

  @Argument(help: "The run, as `buildspec runs` lists it. (default: the latest)")
  var id: String?

  @Option(help: ArgumentHelp("Tell this build of a batch.", valueName: "identifier"))
  var build: String?

  @OptionGroup var shared: RunsOptions

  @Option(help: "How the run is told; by default pretty on a terminal, else codebuild.")
  var format: RunLogFormat?

  @Option(help: "When to write colors.")
  var color = ColorChoice.auto

  func run() throws {
    try run(on: .live())
  }

  func run(on host: Host) throws(ToolError) {
    let run = try RunsOptions.attempt {
      try build.map { try Self.run(of: $0, in: batch(on: host)) }
        ?? self.run(in: shared.folder(on: host))
    }
    // Without a document the events are told as far as they go.
    let overview = try? RunOverview(run)
    let isClosed = Mutex(false)
    let output = RunOutput(terminal: host.terminal) { isClosed.withLock { $0 = true } }
    var replay = RunReplay(run, to: target(output, host: host), isCut: overview?.isCut ?? true)
    try RunsOptions.attempt {
      try replay.run { !isClosed.withLock { $0 } }
      replay.finish()
    }
    if let remark = Self.remark(overview) {
      StandardStreams.writeError("buildspec: notice: \(run.id): \(remark)\n")
    }
  }

  private func run(in folder: RunsFolder) throws -> RunFolder {
    if let id { return try folder.find(id) }
    guard let latest = try folder.runs().first else {
      throw ToolError.usage("there is no run yet; `buildspec run` makes one")
    }
    return latest
  }

  private func batch(on host: Host) throws -> RunFolder {
    let folder = try shared.batches(on: host)
    if let id { return try folder.find(id) }
    guard let latest = try folder.runs().first else {
      throw ToolError.usage("there is no batch yet; `buildspec batch` makes one")
    }
    return latest
  }

  private static func run(of build: String, in batch: RunFolder) throws -> RunFolder {
    guard let overview = try BatchOverview(batch) else {
      throw ToolError(.fault, "\(batch.id): the batch has recorded nothing yet")
    }
    guard let known = overview.builds.first(where: { $0.identifier == build }) else {
      let names = overview.builds.map(\.identifier)
      let meant = Suggestion.nearest(to: build, in: names).map { "; did you mean \($0)?" } ?? ""
      throw ToolError.usage("\(build): batch \(batch.id) has no such build\(meant)")
    }
    guard let run = known.run else {
      throw ToolError.usage("\(build): batch \(batch.id) has no record of it")
    }
    return try BatchOverview.runs(of: batch).find(run)
  }

  private func target(_ output: RunOutput, host: Host) -> ReplayTarget {
    let format = format ?? (host.terminal.isInteractive(.output) ? .pretty : .codebuild)
    return switch format {
    case .json: .lines(RunJSONLines(output: output))
    case .codebuild: .report(RunCodeBuildLog(output: output))
    case .quiet: .report(RunQuiet(output: output))
    case .pretty:
      .report(
        RunPretty(output: output, style: color.style(forDescriptor: 1), isVerbose: false))
    }
  }

  private static func remark(_ overview: RunOverview?) -> String? {
    guard let overview else { return "its run.json cannot be read; this is what else was recorded" }
    switch overview.status {
    case .inProgress: return "the run goes on; this is what it has recorded"
    case .interrupted: return "the run was cut off by the end of the tool; this is what it recorded"
    case .ended: return overview.isCut ? "the record was cut off before the end of the run" : nil
    }
  }
}

import ArgumentParser
import BuildExecution
import BuildPlanning
import BuildspecModel
import Reporting

struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Print what a run or a batch would do.",
    discussion: """
      Shows the phases with their commands, the variables with where each value comes from, and \
      the artifacts. Values whose names say that they are secret are masked; nothing is fetched \
      and nothing is started but git. With --batch it shows the builds of the batch instead, with \
      what each has of its own and which of them cannot run on this machine.
      """)

  @OptionGroup var shared: RunOptions

  @OptionGroup var phases: PhaseOptions

  @OptionGroup var nodes: NodeOptions

  @Flag(help: "Print what is the same as in CodeBuild, what is approximated and what is skipped.")
  var parity = false

  @Flag(help: "Print the builds of the batch and who waits for whom.")
  var batch = false

  @Option(help: "Output format; mermaid and dot draw the builds of a batch.")
  var format = GraphFormat.text

  func validate() throws {
    if !batch { try shared.container.requireImage() }
    if batch, nodes.node != nil || phases.selection != PhaseSelection() {
      throw ValidationError("--batch prints whole builds; leave --node and the phases out")
    }
    if batch, parity { throw ValidationError("--batch and --parity exclude each other") }
    if !batch, format == .mermaid || format == .dot {
      throw ValidationError("--format \(format.rawValue) needs --batch")
    }
  }

  func run() async throws {
    throw ExitCode(try await run(on: .live()).rawValue)
  }

  func run(on host: Host) async throws(ToolError) -> ExitStatus {
    if batch { return try printBatch(host) }
    let preparation = RunPreparation(
      options: shared, phases: phases.selection, shard: nodes.shard, host: host)
    switch try await preparation.prepare() {
    case .rejected(let rejected): return reject(rejected)
    case .ready(let job):
      StandardStreams.write(text(of: job.plan))
      return .ok
    }
  }

  private func printBatch(_ host: Host) throws(ToolError) -> ExitStatus {
    let container = shared.container.planned()
    switch try BatchReading(options: shared, nodes: nodes.nodes, host: host).read() {
    case .rejected(let rejected):
      StandardStreams.writeError(rejected.findings(style: shared.color.style(forDescriptor: 2)))
      return .failure
    case .ready(let batch):
      let platform = LivePlatform.batch(in: container)
      let type = batch.ground.project?.environmentType
      StandardStreams.write(text(of: platform.applied(to: batch.plan, defaultType: type)))
      return .ok
    }
  }

  private func reject(_ rejected: RejectedBuild) -> ExitStatus {
    StandardStreams.writeError(rejected.findings(style: shared.color.style(forDescriptor: 2)))
    return .failure
  }

  private func text(of plan: BatchPlan) -> String {
    switch format {
    case .text: BatchPlanText.render(plan, style: shared.color.style(forDescriptor: 1))
    case .json: BatchPlanDocument.render(plan)
    case .mermaid: BatchPlanMermaid.render(plan)
    case .dot: BatchPlanDOT.render(plan)
    }
  }

  private func text(of plan: RunPlan) -> String {
    let style = shared.color.style(forDescriptor: 1)
    return switch format {
    case .text where parity: RunParityText.render(plan, style: style)
    case .json where parity: RunParityDocument.render(plan)
    case .json: RunPlanDocument.render(plan)
    // Those that draw are refused above.
    case .text, .mermaid, .dot: RunPlanText.render(plan, style: style)
    }
  }
}

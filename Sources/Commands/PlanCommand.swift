import ArgumentParser
import BuildExecution
import BuildPlanning
import Reporting

struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Print what a run would do.",
    discussion: """
      Shows the phases with their commands, the variables with where each value comes from, and \
      the artifacts. Values whose names say that they are secret are masked; nothing is fetched \
      and nothing is started but git.
      """)

  @OptionGroup var shared: RunOptions

  @OptionGroup var phases: PhaseOptions

  @OptionGroup var nodes: NodeOptions

  @Flag(help: "Print what is the same as in CodeBuild, what is approximated and what is skipped.")
  var parity = false

  @Option(help: "Output format.")
  var format = PlanFormat.text

  func run() async throws {
    throw ExitCode(try await run(on: .live()).rawValue)
  }

  func run(on host: Host) async throws(ToolError) -> ExitStatus {
    let preparation = RunPreparation(
      options: shared, phases: phases.selection, shard: nodes.shard, host: host)
    switch try await preparation.prepare() {
    case .rejected(let rejected):
      StandardStreams.writeError(rejected.findings(style: shared.color.style(forDescriptor: 2)))
      return .failure
    case .ready(let job):
      StandardStreams.write(text(of: job.plan))
      return .ok
    }
  }

  private func text(of plan: RunPlan) -> String {
    let style = shared.color.style(forDescriptor: 1)
    return switch format {
    case .text where parity: RunParityText.render(plan, style: style)
    case .text: RunPlanText.render(plan, style: style)
    case .json where parity: RunParityDocument.render(plan)
    case .json: RunPlanDocument.render(plan)
    }
  }
}

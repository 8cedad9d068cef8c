import ArgumentParser
import BuildExecution
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

  @Option(help: "Output format.")
  var format = PlanFormat.text

  func run() async throws {
    throw ExitCode(try await run(on: .live()).rawValue)
  }

  func run(on host: Host) async throws(ToolError) -> ExitStatus {
    switch try await RunPreparation(options: shared, host: host).prepare() {
    case .rejected(let rejected):
      StandardStreams.writeError(rejected.findings(style: shared.color.style(forDescriptor: 2)))
      return .failure
    case .ready(let job):
      switch format {
      case .text:
        StandardStreams.write(
          RunPlanText.render(job.plan, style: shared.color.style(forDescriptor: 1)))
      case .json: StandardStreams.write(RunPlanDocument.render(job.plan))
      }
      return .ok
    }
  }
}

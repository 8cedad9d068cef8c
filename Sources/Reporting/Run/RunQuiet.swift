package import BuildExecution
import BuildPlanning

/// A run of which only the failure is told, on standard error.
package struct RunQuiet: RunEventSink {
  private var output: RunOutput

  package init(output: RunOutput) {
    self.output = output
  }

  package mutating func receive(_ event: RunEvent, at time: Timestamp) {
    switch event {
    case .commandFinished(let result) where !result.outcome.isSuccess && !result.wasStopped:
      output.note("\(result.command.place): \(RunWords.failure(result.outcome))")
    case .phaseFinished(let result):
      guard let context = result.context, context.code != "COMMAND_EXECUTION_ERROR" else { return }
      output.note("buildspec: \(result.phase.rawValue): \(context.message)")
    default: break
    }
  }
}

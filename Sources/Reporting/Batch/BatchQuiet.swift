package import BatchExecution
package import BuildExecution
import BuildPlanning

/// A batch of which only failures and the end are told, on standard error.
package struct BatchQuiet: BatchEventSink {
  private var output: RunOutput
  private let style: Style
  private var progress = BatchProgress()

  package init(output: RunOutput, style: Style) {
    self.output = output
    self.style = style
  }

  package mutating func receive(_ event: BatchEvent, at time: Timestamp) {
    if case .buildFinished(let build, let result) = event,
      let failure = progress.failure(of: build, at: result)
    {
      tell(failure, of: build, result)
    }
    progress.receive(event)
    guard case .batchFinished(let result) = event else { return }
    let summary = BatchSummary(progress: progress, result: result, style: style, isComplete: false)
    for line in summary.troubleLines { output.note(line) }
  }

  private mutating func tell(_ failure: BuildFailure, of build: Int, _ result: BatchBuildResult) {
    let status = BatchMarks(style: style).styled(result.status.rawValue, result.status)
    let name = progress.names[build]
    let reason = failure.reason.isEmpty ? "" : ": \(failure.reason)"
    output.note("[\(name)] \(status)\(reason)")
    for line in failure.excerpt { output.note("[\(name)] \(line)") }
  }
}

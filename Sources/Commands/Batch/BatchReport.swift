import BatchExecution
import BuildExecution
import Reporting
import Synchronization

/// Chooses how a batch is reported.
struct BatchReport {
  /// `nil` chooses by what standard output is.
  let log: RunLogFormat?
  let isQuiet: Bool
  let isVerbose: Bool
  let color: ColorChoice
  let host: Host
  let stop: StopControl

  var format: RunLogFormat {
    if let log { return log }
    return isQuiet ? .quiet : .codebuild
  }

  func sink() -> any BatchEventSink {
    switch format {
    case .pretty, .codebuild:
      BatchLog(output: output(), style: color.style(forDescriptor: 1), isVerbose: isVerbose)
    case .json: BatchJSONLines(output: output())
    case .quiet: BatchQuiet(output: output(), style: color.style(forDescriptor: 2))
    }
  }

  /// A reader that went away, as in `batch | head`, ends the batch like a signal.
  private func output() -> RunOutput {
    let brokenPipe: Int32 = 13
    let stop = stop
    return RunOutput(terminal: host.terminal) { stop.request(.signal(brokenPipe)) }
  }
}

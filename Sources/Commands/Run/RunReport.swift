import BuildExecution
import Reporting

/// Chooses how a run is reported.
struct RunReport {
  let options: ReportOptions
  let color: ColorChoice
  let host: Host
  let stop: StopControl

  var format: RunLogFormat {
    if let log = options.log { return log }
    if options.quiet { return .quiet }
    return host.terminal.isInteractive(.output) ? .pretty : .codebuild
  }

  func sink() -> any RunEventSink {
    let output = RunOutput(terminal: host.terminal, stop: stop)
    let style = color.style(forDescriptor: 1)
    return switch format {
    case .pretty: RunPretty(output: output, style: style, isVerbose: options.verbose)
    case .codebuild: RunCodeBuildLog(output: output)
    case .json: RunJSONLines(output: output)
    case .quiet: RunQuiet(output: output)
    }
  }
}

import BatchExecution
import BuildExecution
import Reporting

/// Chooses how a batch is reported.
struct BatchReport {
  /// `nil` chooses by what standard output is; a tree is only drawn on a terminal.
  let log: RunLogFormat?
  let isQuiet: Bool
  let isVerbose: Bool
  let color: ColorChoice
  let host: Host
  let stop: StopControl

  /// What is written, and how.
  enum Kind {
    case tree, log, json, quiet
  }

  var kind: Kind {
    switch log {
    case .json: .json
    case .quiet: .quiet
    case .codebuild: .log
    case .pretty: canRedraw ? .tree : .log
    case nil: isQuiet ? .quiet : canRedraw ? .tree : .log
    }
  }

  func sink() -> any BatchEventSink {
    let output = RunOutput(terminal: host.terminal, stop: stop)
    return switch kind {
    case .tree:
      BatchTree(
        output: output, terminal: host.terminal, clock: host.clock,
        style: color.style(forDescriptor: 1), isVerbose: isVerbose)
    case .log:
      BatchLog(output: output, style: color.style(forDescriptor: 1), isVerbose: isVerbose)
    case .json: BatchJSONLines(output: output)
    case .quiet: BatchQuiet(output: output, style: color.style(forDescriptor: 2))
    }
  }

  /// Whether standard output is a terminal that can go back to a line.
  private var canRedraw: Bool {
    let name = host.environment["TERM"] ?? ""
    return host.terminal.isInteractive(.output) && !["", "dumb"].contains(name)
  }
}

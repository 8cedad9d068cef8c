package import BatchExecution
package import BuildExecution
import BuildPlanning

/// A batch as JSON Lines, version 1: the events of the batch, and those of its builds as `RunJSONLines`
/// writes them, each with the identifier of its build.
package struct BatchJSONLines: BatchEventSink {
  private let output: SharedOutput
  private var builds: [PlannedBuild] = []
  /// Those that run, by number.
  private var members: [Int: RunJSONLines] = [:]

  package init(output: RunOutput) {
    self.output = SharedOutput(output)
  }

  package mutating func receive(_ event: BatchEvent, at time: Timestamp) {
    switch event {
    case .build(let build, let event): members[build]?.receive(event, at: time)
    case .batchStarted(let start):
      builds = start.plan.builds
      write(event, at: time)
    case .buildStarted(let build, _):
      members[build] = RunJSONLines(
        output: RunOutput(terminal: output, onClosed: {}), member: wire.member(build))
      write(event, at: time)
    case .buildFinished(let build, _):
      members[build]?.endOutput(at: time)
      members[build] = nil
      write(event, at: time)
    case .notice, .buildSkipped, .batchFinished: write(event, at: time)
    }
  }

  package mutating func flush() { output.flush() }

  private var wire: BatchWire { BatchWire(builds: builds) }

  private func write(_ event: BatchEvent, at time: Timestamp) {
    guard let line = wire.line(of: event, at: time) else { return }
    output.write(line[...], to: .output)
    output.write("\n")
    output.flush()
  }
}

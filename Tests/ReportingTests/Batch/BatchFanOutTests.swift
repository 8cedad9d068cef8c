import BatchExecution
import BuildExecution
import BuildPlanning
import Testing

@testable import Reporting

/// Several who take the events of a batch.
struct BatchFanOutTests {
  /// Writes down what it gets; says something of itself at the first build.
  private struct Witness: BatchEventSink, BatchFollower {
    let name: String
    let written: SharedOutput
    var notice: PlanNotice?

    mutating func receive(_ event: BatchEvent, at time: Timestamp) {
      switch event {
      case .batchStarted: written.write("\(name) begin\n")
      case .buildStarted(let build, _): written.write("\(name) build \(build)\n")
      case .notice(let notice): written.write("\(name) notice \(notice.message)\n")
      case .batchFinished: written.write("\(name) end\n")
      default: break
      }
    }

    mutating func receive(_ event: BatchEvent, at time: Timestamp) -> PlanNotice? {
      let _: Void = receive(event, at: time)
      guard case .buildStarted = event else { return nil }
      defer { notice = nil }
      return notice
    }

    mutating func flush() { written.write("\(name) flush\n") }
  }

  @Test func `all get all, and what one has to say is told in the report`() {
    let terminal = MemoryTerminal()
    let written = SharedOutput(RunOutput(terminal: terminal, onClosed: {}))
    let notice = PlanNotice(key: "log-dir", message: "full", place: nil)
    var fanOut = BatchFanOut(
      report: Witness(name: "report", written: written),
      followers: [
        Witness(name: "one", written: written),
        Witness(name: "two", written: written, notice: notice),
      ])
    for (event, time) in SampleBatches.good.events { fanOut.receive(event, at: time) }
    fanOut.flush()
    written.flush()
    let lines = """
      report begin, one begin, two begin, report build 0, one build 0, two build 0, \
      report notice full, report build 1, one build 1, two build 1, one end, two end, report end, \
      one flush, two flush, report flush
      """
    #expect(terminal.output.split(separator: "\n").joined(separator: ", ") == lines)
  }
}

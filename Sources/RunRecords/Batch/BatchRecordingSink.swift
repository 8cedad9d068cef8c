package import BatchExecution
package import BuildExecution

/// Shows the events of a batch and records them.
package struct BatchRecordingSink: BatchEventSink {
  private var report: any BatchEventSink
  private let recorder: BatchRecorder?

  /// - Parameter recorder: `nil` records nothing.
  package init(report: any BatchEventSink, recorder: BatchRecorder?) {
    self.report = report
    self.recorder = recorder
  }

  package mutating func receive(_ event: BatchEvent, at time: Timestamp) {
    recorder?.receive(event, at: time)
    report.receive(event, at: time)
  }

  package mutating func flush() { report.flush() }
}

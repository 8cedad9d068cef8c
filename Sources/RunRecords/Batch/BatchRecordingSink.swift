package import BatchExecution
package import BuildExecution

/// Records the events of a batch.
package struct BatchRecordingSink: BatchEventSink {
  private let recorder: BatchRecorder

  package init(_ recorder: BatchRecorder) {
    self.recorder = recorder
  }

  package func receive(_ event: BatchEvent, at time: Timestamp) {
    recorder.receive(event, at: time)
  }
}

package import BuildExecution
package import BuildPlanning

/// Shows the events of a run and records them.
package struct RecordingSink: RunEventSink {
  private var report: (any RunEventSink)?
  private let recorder: RunRecorder?
  /// What is to be told of the record when the run has begun.
  private var notice: PlanNotice?

  /// - Parameters:
  ///   - report: `nil` shows nothing.
  ///   - recorder: `nil` records nothing.
  ///   - notice: why nothing can be recorded.
  package init(report: (any RunEventSink)?, recorder: RunRecorder?, notice: PlanNotice?) {
    self.report = report
    self.recorder = recorder
    self.notice = notice
  }

  package mutating func receive(_ event: RunEvent, at time: Timestamp) {
    report?.receive(event, at: time)
    notice = recorder?.receive(event, at: time) ?? notice
    guard let notice else { return }
    report?.receive(.notice(notice), at: time)
    self.notice = nil
  }
}

package import BatchExecution
package import BuildExecution

/// Sends the events of a batch to its report and to all who follow it; what those have to say becomes a
/// notice of the report.
package struct BatchFanOut: BatchEventSink {
  private var report: any BatchEventSink
  private var followers: [any BatchFollower]

  package init(report: any BatchEventSink, followers: [any BatchFollower]) {
    self.report = report
    self.followers = followers
  }

  package mutating func receive(_ event: BatchEvent, at time: Timestamp) {
    // The end is the report's last word.
    if case .batchFinished = event {
      follow(event, at: time)
      report.receive(event, at: time)
    } else {
      report.receive(event, at: time)
      follow(event, at: time)
    }
  }

  package mutating func flush() {
    for index in followers.indices { followers[index].flush() }
    report.flush()
  }

  private mutating func follow(_ event: BatchEvent, at time: Timestamp) {
    for index in followers.indices {
      guard let notice = followers[index].receive(event, at: time) else { continue }
      report.receive(.notice(notice), at: time)
    }
  }
}

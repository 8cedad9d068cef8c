package import BuildExecution

/// The begin of one build of a batch.
package struct BatchBuildStart: Sendable {
  /// When it could have begun: the end of the last build that it waited for.
  package var readyAt: Timestamp
  package var startedAt: Timestamp
  /// Name of its record in `.buildspec/runs`; `nil` when nothing is recorded.
  package var run: String?

  package init(readyAt: Timestamp, startedAt: Timestamp, run: String? = nil) {
    self.readyAt = readyAt
    self.startedAt = startedAt
    self.run = run
  }

  /// Microseconds that it waited for a slot.
  package var waited: Int64 { startedAt.since(readyAt) }
}

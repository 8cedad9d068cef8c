package import BuildExecution

/// Takes the events of a batch, one at a time, in the order they happened.
package protocol BatchEventSink {
  mutating func receive(_ event: BatchEvent, at time: Timestamp)

  /// Hands on what it has gathered, since no event may follow.
  mutating func flush()
}

extension BatchEventSink {
  package mutating func flush() {}
}

/// Takes the events of a build, one at a time.
package protocol RunEventSink {
  mutating func receive(_ event: RunEvent, at time: Timestamp)

  /// Hands on what it has gathered, since no event may follow.
  mutating func flush()
}

extension RunEventSink {
  package mutating func flush() {}
}

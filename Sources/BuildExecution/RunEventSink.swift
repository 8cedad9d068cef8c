/// Takes the events of a build, one at a time.
package protocol RunEventSink {
  mutating func receive(_ event: RunEvent, at time: Timestamp)
}

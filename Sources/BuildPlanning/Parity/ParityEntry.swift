/// One row of the table.
package struct ParityEntry: Sendable {
  package let topic: ParityTopic
  /// On this machine.
  package let host: ParityTreatment
  package let container: ParityTreatment

  init(_ topic: ParityTopic, host: ParityTreatment, container: ParityTreatment) {
    self.topic = topic
    self.host = host
    self.container = container
  }

  /// A topic that no engine treats differently.
  init(_ topic: ParityTopic, _ treatment: ParityTreatment) {
    self.init(topic, host: treatment, container: treatment)
  }
}

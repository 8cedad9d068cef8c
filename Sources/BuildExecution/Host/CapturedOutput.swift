/// What a program wrote.
package struct CapturedOutput: Sendable {
  package var end: ProcessEnd
  package var bytes: [UInt8]

  package init(end: ProcessEnd, bytes: [UInt8]) {
    self.end = end
    self.bytes = bytes
  }
}

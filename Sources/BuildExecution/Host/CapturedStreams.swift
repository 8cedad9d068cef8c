/// What a program wrote to both of its streams.
package struct CapturedStreams: Sendable {
  package var end: ProcessEnd
  package var output: [UInt8]
  package var errors: [UInt8]

  package init(end: ProcessEnd, output: [UInt8], errors: [UInt8]) {
    self.end = end
    self.output = output
    self.errors = errors
  }
}

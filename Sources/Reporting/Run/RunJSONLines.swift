package import BuildExecution
import BuildPlanning

/// A run as JSON Lines, version 1: one object for each event, with its time in UTC.
package struct RunJSONLines: RunEventSink {
  private var output: RunOutput
  private let member: String?
  /// The begin of a character that the end of a chunk has cut.
  private var cut: [UInt8] = []

  /// - Parameter member: identifier of the build in its batch; `nil` outside of one.
  package init(output: RunOutput, member: String? = nil) {
    self.output = output
    self.member = member
  }

  package mutating func receive(_ event: RunEvent, at time: Timestamp) {
    if case .output(let bytes) = event { return outputText(bytes, time) }
    pass(RunWire.line(of: event, at: time, member: member)[...], at: time)
  }

  /// Writes an event that is a line already, as `RunWire.line` makes it.
  package mutating func pass(_ line: ArraySlice<UInt8>, at time: Timestamp) {
    endOutput(at: time)
    output.write(line)
    output.write("\n")
    output.flush()
  }

  /// Writes a character that no further output completes.
  mutating func endOutput(at time: Timestamp) {
    if !cut.isEmpty { writeText(cut[...], time, isLast: true) }
  }

  private mutating func outputText(_ bytes: ArraySlice<UInt8>, _ time: Timestamp) {
    if cut.isEmpty {
      writeText(bytes, time, isLast: false)
    } else {
      writeText((cut + bytes)[...], time, isLast: false)
    }
  }

  /// Bytes that are not UTF-8 become replacement characters.
  private mutating func writeText(_ bytes: ArraySlice<UInt8>, _ time: Timestamp, isLast: Bool) {
    let whole = isLast ? bytes.count : UTF8Boundary.wholeCharacters(bytes)
    cut = Array(bytes.dropFirst(whole))
    guard whole > 0 else { return }
    var line = JSONValue.object(RunWire.head("output", time, member: member)).bytes()
    line.removeLast()
    line.reserveCapacity(line.count + whole + 16)
    line += ",\"text\":".utf8
    JSONBytes.quote(bytes.prefix(whole), to: &line)
    line += "}\n".utf8
    output.write(line[...])
    output.flush()
  }
}

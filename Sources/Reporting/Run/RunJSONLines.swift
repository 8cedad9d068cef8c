package import BuildExecution
import BuildPlanning

/// A run as JSON Lines, version 1: one object for each event, with its time in UTC.
package struct RunJSONLines: RunEventSink {
  private var output: RunOutput
  /// The begin of a character that the end of a chunk has cut.
  private var cut: [UInt8] = []

  package init(output: RunOutput) {
    self.output = output
  }

  package mutating func receive(_ event: RunEvent, at time: Timestamp) {
    if case .output(let bytes) = event { return outputText(bytes, time) }
    pass(Array(RunWire.line(of: event, at: time).utf8)[...], at: time)
  }

  /// Writes an event that is a line already, as `RunWire.line` makes it.
  package mutating func pass(_ line: ArraySlice<UInt8>, at time: Timestamp) {
    if !cut.isEmpty { writeText(cut[...], time, isLast: true) }
    output.write(line)
    output.write("\n")
    output.flush()
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
    output.write(
      "{\"event\":\"output\",\"schemaVersion\":\(RunWire.schemaVersion),"
        + "\"time\":\"\(RunTime.iso(time))\",\"text\":")
    var text: [UInt8] = []
    JSONBytes.quote(bytes.prefix(whole), to: &text)
    output.write(text[...])
    output.write("}\n")
    output.flush()
  }
}

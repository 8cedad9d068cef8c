import BuildExecution
import Reporting
import SystemPackage

/// Tells a run again from its record, as it was told.
package struct RunReplay {
  private let folder: RunFolder
  private var target: ReplayTarget
  private var reader = EventReader()
  /// Whether the end of the record may be missing.
  private let isCut: Bool

  /// - Parameter isCut: whether the run may have ended before its record was complete.
  package init(_ folder: RunFolder, to target: ReplayTarget, isCut: Bool) {
    self.folder = folder
    self.target = target
    self.isCut = isCut
  }

  /// - Parameter isWanted: asked before each event.
  /// - Throws: `RecordProblem` or `FileProblem`, after what could be told.
  package mutating func run(while isWanted: () -> Bool) throws {
    var line = 0
    do {
      let lines = RecordedLines(path: folder.events, files: folder.host.files)
      let isUnfinished = try lines.read { bytes, number in
        line = number
        return try isWanted() && tell(bytes, isFirst: number == 1)
      }
      if isCut { return }
      if isUnfinished { throw RecordDamage(reason: "the end is missing") }
      if line == 0 { throw RecordDamage(reason: "it is empty") }
    } catch let damage as RecordDamage {
      let place = line > 0 ? ":\(line)" : ""
      throw RecordProblem("\(folder.events.string)\(place): not readable: \(damage.reason)")
    }
  }

  /// Hands on what reports gather until the end of a build, where the record has none.
  package mutating func finish() {
    if case .report(var sink) = target { sink.flush() }
  }

  /// - Returns: `false` when the rest of the record is missing.
  private mutating func tell(_ bytes: ArraySlice<UInt8>, isFirst: Bool) throws -> Bool {
    let object = try RecordedObject(Array(bytes))
    guard let time = RunTime.timestamp(iso: try object.text("time")) else {
      throw RecordDamage(missing: "time")
    }
    let version = try object.number("schemaVersion")
    guard version == RunWire.schemaVersion else {
      throw RecordDamage(reason: "version \(version) is of another version of this tool")
    }
    let name = try object.text("event")
    if isFirst {
      guard name == RunFolder.header else { throw RecordDamage(reason: "the header is missing") }
    } else if name == "output" {
      guard let output = try output(object) else { return false }
      receive(.output(output[...]), at: time)
    } else if case .lines(var lines) = target {
      lines.pass(bytes, at: time)
      target = .lines(lines)
    } else if let event = try reader.event(object, at: time) {
      receive(event, at: time)
    }
    return true
  }

  /// The bytes that an event tells of; `nil` when they are missing and may be.
  private func output(_ object: RecordedObject) throws -> [UInt8]? {
    let (start, count) = (try object.number("start"), try object.number("bytes"))
    guard start >= 0, count > 0, count <= 1 << 30 else { throw RecordDamage(missing: "bytes") }
    let bytes = try folder.host.files.read(folder.log, from: start, count: count)
    if bytes.count == count { return bytes }
    if isCut { return nil }
    throw RecordDamage(reason: "\(folder.log.string) is shorter than that")
  }

  private mutating func receive(_ event: RunEvent, at time: Timestamp) {
    switch target {
    case .lines(var lines):
      lines.receive(event, at: time)
      target = .lines(lines)
    case .report(var sink):
      sink.receive(event, at: time)
      target = .report(sink)
    }
  }
}

package import BuildExecution
import Reporting
import SystemPackage

/// What the record of a batch tells.
package struct BatchOverview: Sendable {
  package struct Build: Sendable {
    package var identifier: String
    /// `nil` when it did not come to its end.
    package var status: BuildStatus?
    package var microseconds: Int64?
    /// Name of its record.
    package var run: String?
  }

  package let id: RunID
  package private(set) var status = RunStatus.interrupted
  package private(set) var startedAt: Timestamp
  package private(set) var finishedAt: Timestamp?
  package private(set) var buildspec = ""
  /// In the order of the plan.
  package private(set) var builds: [Build] = []
  private var numbers: [String: Int] = [:]

  /// Reads the record of a batch.
  /// - Returns: `nil` when it is just being made.
  /// - Throws: `RecordProblem`, `FileProblem`.
  package init?(_ folder: RunFolder) throws {
    id = folder.id
    startedAt = folder.id.startedAt
    let isInProgress = folder.isInProgress()
    guard try folder.host.files.status(folder.document)?.kind == .file else { return nil }
    var line = 0
    do {
      let lines = RecordedLines(path: folder.document, files: folder.host.files)
      // A batch that was killed may leave a line unfinished.
      _ = try lines.read { bytes, number in
        line = number
        try receive(RecordedObject(Array(bytes)))
        return true
      }
    } catch let damage as RecordDamage {
      throw RecordProblem("\(folder.document.string):\(line): not readable: \(damage.reason)")
    }
    if buildspec.isEmpty { return nil }
    if isInProgress { status = .inProgress }
  }

  /// The runs of its builds.
  package static func runs(of folder: RunFolder) -> RunsFolder {
    RunsFolder(of: folder, host: folder.host)
  }

  /// Identifiers of the builds that need not be run again.
  package var succeeded: Set<String> {
    Set(builds.filter { $0.status == .succeeded }.map(\.identifier))
  }

  private mutating func receive(_ object: RecordedObject) throws(RecordDamage) {
    switch try object.text("event") {
    case BatchLine.started: try start(object)
    case BatchLine.built: try finish(object)
    case BatchLine.finished:
      guard let ended = RunStatus(text: try object.text("status")) else {
        throw RecordDamage(missing: "status")
      }
      status = ended
      finishedAt = try RunTime.timestamp(iso: object.text("time"))
    default: break
    }
  }

  private mutating func start(_ object: RecordedObject) throws(RecordDamage) {
    let version = try object.number("schemaVersion")
    guard version == BatchRecorder.schemaVersion else {
      throw RecordDamage(reason: "version \(version) is of another version of this tool")
    }
    buildspec = try object.text("buildspec")
    for build in try object.objects("builds") {
      let identifier = try build.text("identifier")
      numbers[identifier] = builds.count
      let isDone = build.optionalText("done") != nil
      builds.append(Build(identifier: identifier, status: isDone ? .succeeded : nil))
    }
  }

  private mutating func finish(_ object: RecordedObject) throws(RecordDamage) {
    guard let number = numbers[try object.text("identifier")] else {
      throw RecordDamage(reason: "there is no such build")
    }
    builds[number].status = BuildStatus(rawValue: try object.text("status"))
    builds[number].microseconds = Int64(try object.number("microseconds"))
    builds[number].run = object.optionalText("run")
  }
}

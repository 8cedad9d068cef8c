package import BuildExecution
import Reporting
import SystemPackage

/// What a list of runs shows of one.
package struct RunOverview: Sendable {
  package let id: RunID
  package let status: RunStatus
  package let startedAt: Timestamp
  package let finishedAt: Timestamp?
  package let exitStatus: Int?
  package let buildspec: String
  package let engine: String
  package let image: String?
  package let sourceVersion: String?
  /// Whether the end of the record may be missing.
  package let isCut: Bool

  /// Reads `run.json`.
  /// - Returns: `nil` when the record is just being made or removed.
  /// - Throws: `RecordProblem`, `FileProblem`.
  package init?(_ folder: RunFolder) throws {
    let isInProgress = folder.isInProgress()
    guard let status = try folder.host.files.status(folder.document), status.kind == .file else {
      return nil
    }
    do {
      guard status.size <= Self.limit else { throw RecordDamage(reason: "it is too large") }
      // Read after the lock was looked at: a run that ends meanwhile has told its end before.
      let object = try RecordedObject(folder.host.files.read(folder.document))
      try self.init(object, folder.id, isInProgress: isInProgress)
    } catch let damage as RecordDamage {
      throw RecordProblem("\(folder.document.string): not readable: \(damage.reason)")
    }
  }

  /// Bytes of a document; artifacts and phases are few.
  private static let limit = 64 << 20

  private init(
    _ object: RecordedObject, _ id: RunID, isInProgress: Bool
  ) throws(RecordDamage) {
    let version = try object.number("schemaVersion")
    guard version == RunSummary.schemaVersion else {
      throw RecordDamage(reason: "version \(version) is of another version of this tool")
    }
    guard let status = RunStatus(text: try object.text("status")) else {
      throw RecordDamage(missing: "status")
    }
    guard let startedAt = RunTime.timestamp(iso: try object.text("startedAt")) else {
      throw RecordDamage(missing: "startedAt")
    }
    self.id = id
    self.status = status == .inProgress && !isInProgress ? .interrupted : status
    self.startedAt = startedAt
    isCut =
      [.inProgress, .interrupted].contains(self.status)
      || object.optionalText("recordProblem") != nil
    finishedAt = object.optionalText("finishedAt").flatMap(RunTime.timestamp)
    exitStatus = object.optionalNumber("exitStatus")
    buildspec = try object.text("buildspec")
    engine = try object.text("engine")
    image = object.optionalText("image")
    sourceVersion = object.optionalObject("source")?.optionalText("version")
  }
}

package import BuildExecution

/// The runs of a project as text and JSON.
package enum RunListReport {
  package static let schemaVersion = 1

  /// One run.
  package struct Row: Sendable {
    package var id: String
    /// Such as `SUCCEEDED`, `IN_PROGRESS` or `INTERRUPTED`.
    package var status: String
    package var exitStatus: Int?
    package var startedAt: Timestamp
    package var finishedAt: Timestamp?
    package var buildspec: String
    package var engine: String
    package var image: String?
    /// The commit, where the source has one.
    package var sourceVersion: String?

    package init(
      id: String, status: String, exitStatus: Int?, startedAt: Timestamp, finishedAt: Timestamp?,
      buildspec: String, engine: String, image: String?, sourceVersion: String?
    ) {
      self.id = id
      self.status = status
      self.exitStatus = exitStatus
      self.startedAt = startedAt
      self.finishedAt = finishedAt
      self.buildspec = buildspec
      self.engine = engine
      self.image = image
      self.sourceVersion = sourceVersion
    }
  }

  package static func text(_ rows: [Row]) -> String {
    let cells = rows.map { row in
      [
        row.id, row.status, RunTime.seconds(row.startedAt),
        row.finishedAt.map { RunTime.duration($0.since(row.startedAt)) } ?? "-",
        row.sourceVersion.map { String($0.prefix(12)) } ?? "-", PlainText.name(row.buildspec),
      ]
    }
    return TextTable.render([["ID", "STATUS", "STARTED", "TIME", "VERSION", "BUILDSPEC"]] + cells)
  }

  package static func json(_ rows: [Row]) -> String {
    let runs = rows.map { row -> JSONValue in
      [
        "buildspec": .string(row.buildspec), "engine": .string(row.engine),
        "exitStatus": row.exitStatus.map { .number($0) } ?? .null,
        "finishedAt": .optional(row.finishedAt.map(RunTime.iso)), "id": .string(row.id),
        "image": .optional(row.image),
        "microseconds": row.finishedAt.map { .number(Int($0.since(row.startedAt))) } ?? .null,
        "sourceVersion": .optional(row.sourceVersion),
        "startedAt": .string(RunTime.iso(row.startedAt)), "status": .string(row.status),
      ]
    }
    let document: JSONValue = [
      "runs": .array(runs), "schemaVersion": .number(schemaVersion),
    ]
    return document.text(indent: 2) + "\n"
  }
}

package import BuildExecution

/// The batches of a project as text and JSON.
package enum BatchListReport {
  package static let schemaVersion = 1

  /// One build of a batch.
  package struct Build: Sendable {
    package var identifier: String
    /// `nil` when it did not come to its end.
    package var status: String?
    package var microseconds: Int64?
    /// Name of its record.
    package var run: String?

    package init(identifier: String, status: String?, microseconds: Int64?, run: String?) {
      self.identifier = identifier
      self.status = status
      self.microseconds = microseconds
      self.run = run
    }
  }

  /// One batch.
  package struct Row: Sendable {
    package var id: String
    /// Such as `SUCCEEDED`, `IN_PROGRESS` or `INTERRUPTED`.
    package var status: String
    package var startedAt: Timestamp
    package var finishedAt: Timestamp?
    package var buildspec: String
    package var builds: [Build]

    package init(
      id: String, status: String, startedAt: Timestamp, finishedAt: Timestamp?, buildspec: String,
      builds: [Build]
    ) {
      self.id = id
      self.status = status
      self.startedAt = startedAt
      self.finishedAt = finishedAt
      self.buildspec = buildspec
      self.builds = builds
    }

    /// `3/5`: builds that succeeded, and all.
    fileprivate var count: String {
      let succeeded = builds.count { $0.status == BuildStatus.succeeded.rawValue }
      return "\(succeeded)/\(builds.count)"
    }
  }

  package static func text(_ rows: [Row]) -> String {
    let cells = rows.map { row in
      [
        row.id, row.status, RunTime.seconds(row.startedAt),
        row.finishedAt.map { RunTime.duration($0.since(row.startedAt)) } ?? "-", row.count,
        PlainText.name(row.buildspec),
      ]
    }
    return TextTable.render([["ID", "STATUS", "STARTED", "TIME", "BUILDS", "BUILDSPEC"]] + cells)
  }

  package static func json(_ rows: [Row]) -> String {
    let batches = rows.map { row -> JSONValue in
      [
        "builds": .array(row.builds.map(json)), "buildspec": .string(row.buildspec),
        "finishedAt": .optional(row.finishedAt.map(RunTime.iso)), "id": .string(row.id),
        "startedAt": .string(RunTime.iso(row.startedAt)), "status": .string(row.status),
      ]
    }
    let document: JSONValue = [
      "batches": .array(batches), "schemaVersion": .number(schemaVersion),
    ]
    return document.text(indent: 2) + "\n"
  }

  private static func json(_ build: Build) -> JSONValue {
    [
      "identifier": .string(build.identifier),
      "microseconds": build.microseconds.map { .number(Int($0)) } ?? .null,
      "run": .optional(build.run), "status": .optional(build.status),
    ]
  }
}

package import BuildExecution

/// The archives of a cache as text and JSON.
package enum CacheReport {
  package static let schemaVersion = 1

  /// One archive.
  package struct Row: Sendable {
    /// `nil` for the one without a key.
    package var key: String?
    package var version: String
    package var bytes: Int
    /// The bytes for people.
    package var size: String
    /// When it was made or last restored.
    package var used: Timestamp

    package init(key: String?, version: String, bytes: Int, size: String, used: Timestamp) {
      self.key = key
      self.version = version
      self.bytes = bytes
      self.size = size
      self.used = used
    }
  }

  package static func text(_ rows: [Row]) -> String {
    let cells = rows.map { row in
      [
        row.version, row.size, RunTime.seconds(row.used),
        row.key ?? "(no key)",
      ]
    }
    return TextTable.render([["VERSION", "SIZE", "LAST USED", "KEY"]] + cells)
  }

  package static func json(_ rows: [Row]) -> String {
    let archives = rows.map { row -> JSONValue in
      [
        "bytes": .number(row.bytes), "key": .optional(row.key),
        "lastUsed": .string(RunTime.seconds(row.used)),
        "version": .string(row.version),
      ]
    }
    let document: JSONValue = [
      "archives": .array(archives), "schemaVersion": .number(schemaVersion),
    ]
    return document.text(indent: 2) + "\n"
  }
}

import BuildExecution
package import SystemPackage

/// The record of one run: a folder with its files.
package struct RunFolder: Sendable {
  package let id: RunID
  package let root: FilePath
  private let name: FilePath.Component
  let host: Host
  /// Held while the run goes on, by its own tool alone.
  private let lock: (any FileLock)?

  static let header = "header"
  static let logName: FilePath.Component = "build.log"
  private static let lockName: FilePath.Component = "lock"

  /// - Parameter document: the file without which the folder is no record.
  init(
    _ id: RunID, root: FilePath, document: FilePath.Component, host: Host,
    lock: (any FileLock)? = nil
  ) {
    self.id = id
    self.root = root
    self.name = document
    self.host = host
    self.lock = lock
  }

  package var document: FilePath { root.appending(name) }
  package var events: FilePath { root.appending("events.jsonl") }
  package var log: FilePath { root.appending(Self.logName) }
  private var lockFile: FilePath { root.appending(Self.lockName) }
  private var reserved: FilePath { root.appending("reserve") }

  /// The same folder, locked until this process ends.
  func locked() throws -> RunFolder {
    let lock = try host.files.createLocked(lockFile)
    return RunFolder(id, root: root, document: name, host: host, lock: lock)
  }

  func write(_ summary: RunSummary) throws {
    try replaceDocument(Array(summary.document().utf8))
  }

  /// Takes some room on the disk that the last word about the run will need.
  func reserve() throws {
    try host.files.write([UInt8](repeating: 0, count: 16 * 1024), to: reserved, mode: 0o600)
  }

  func giveUpReserve() { try? host.files.removeTree(reserved) }

  /// Tells others that the run has ended.
  func close() { try? host.files.removeTree(lockFile) }

  /// Whether the tool that makes the record is alive.
  package func isInProgress() -> Bool { (try? host.files.isLocked(lockFile)) ?? false }

  /// Whether a run has never told its end.
  func isOpen() -> Bool { ((try? host.files.status(lockFile)) ?? nil) != nil }

  /// Writes the end of a run whose tool is gone. What fails is tried again by the next run.
  func settle() {
    guard let lock = try? host.files.lock(lockFile) else { return }
    if let text = try? host.files.read(document),
      let range = text.firstRange(of: Self.status(.inProgress))
    {
      let settled =
        text[..<range.lowerBound] + Self.status(.interrupted) + text[range.upperBound...]
      try? replaceDocument(Array(settled))
    }
    giveUpReserve()
    close()
    withExtendedLifetime(lock) {}
  }

  /// Bytes of all its files.
  package func size() -> Int { size(of: root) }

  private func size(of folder: FilePath) -> Int {
    ((try? host.files.list(folder)) ?? []).reduce(0) { sum, entry in
      let path = folder.appending(entry.name)
      if entry.kind == .folder { return sum + size(of: path) }
      return sum + (((try? host.files.status(path)) ?? nil)?.size ?? 0)
    }
  }

  /// Removes the record, the document first, without which it is none.
  package func remove() throws {
    try host.files.removeTree(document)
    try host.files.removeTree(root)
  }

  private static func status(_ status: RunStatus) -> [UInt8] {
    Array("\"status\": \"\(status.text)\"".utf8)
  }

  private func replaceDocument(_ bytes: [UInt8]) throws {
    try StateFolder(root, host: host).replace(document, with: bytes, mode: 0o600)
  }
}

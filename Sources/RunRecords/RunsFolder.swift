package import BuildExecution
package import SystemPackage

/// The records of a project: of its runs, or of its batches. Any number of runs may write there at once.
package struct RunsFolder: Sendable {
  package let root: FilePath
  private let document: FilePath.Component
  private let host: Host

  /// Records that `tidy` leaves.
  package static let kept = 50
  /// `nil` keeps all, as long as what they are a part of is kept.
  private let kept: Int?
  /// Seconds in which a record gets all its files.
  private static let settling: Int64 = 60

  /// The runs of a project.
  /// - Parameter project: the source folder.
  package init(project: FilePath, host: Host) {
    self.init(root: project.pushing(StateFolder.parent).appending(Self.runs), host: host)
  }

  /// The batches of a project; each has the runs of its builds inside.
  /// - Parameter project: the source folder.
  package static func batches(of project: FilePath, host: Host) -> RunsFolder {
    let root = project.pushing(StateFolder.parent).appending("batches")
    return RunsFolder(root: root, document: BatchRecorder.document, host: host)
  }

  /// The runs of the builds of a batch.
  init(of batch: RunFolder, host: Host) {
    self.init(root: batch.root.appending(Self.runs), kept: nil, host: host)
  }

  private static let runs: FilePath.Component = "runs"

  private init(
    root: FilePath, document: FilePath.Component = "run.json", kept: Int? = Self.kept, host: Host
  ) {
    self.root = root
    self.kept = kept
    self.document = document
    self.host = host
  }

  /// All records, the newest first.
  /// - Throws: `FileProblem`.
  package func runs() throws -> [RunFolder] {
    guard try host.files.status(root)?.kind == .folder else { return [] }
    return try host.files.list(root).filter { $0.kind == .folder }
      .compactMap { RunID($0.name.string) }.sorted(by: >).map(folder)
  }

  /// The record that a user means by an id, its begin, or the begin of its last part.
  /// - Throws: `RecordProblem`, `FileProblem`.
  package func find(_ text: String) throws -> RunFolder {
    let runs = try runs()
    if let exact = runs.first(where: { $0.id.description == text }) { return exact }
    let found = runs.filter { $0.id.matches(text) }
    guard let first = found.first else {
      throw RecordProblem("\(text): no such run; `buildspec runs` lists them", isUsage: true)
    }
    guard found.count == 1 else {
      throw RecordProblem(
        "\(text): \(found.count) runs begin like this; write more of the id", isUsage: true)
    }
    return first
  }

  /// Makes the folder of a run, which nobody else gets.
  func create(at time: Timestamp) throws -> RunFolder {
    try StateFolder(root, host: host).prepare()
    while true {
      let run = folder(RunID(time: time, random: host.randomness.hex(RunID.randomBytes)))
      guard try host.files.createNewFolder(run.root, mode: 0o700) else { continue }
      do { return try run.locked() } catch {
        try? run.remove()
        throw error
      }
    }
  }

  /// Closes the records of runs whose tool is gone, and removes the oldest ones beyond `kept`. What
  /// fails is left to the next run.
  package func tidy() {
    guard let kept, let runs = try? runs() else { return }
    for run in runs where run.isOpen() { run.settle() }
    for run in runs.dropFirst(kept) where isRemovable(run) { try? run.remove() }
  }

  /// Whether nobody writes the record, nor is just about to.
  package func isRemovable(_ run: RunFolder) -> Bool {
    if run.isInProgress() { return false }
    if ((try? host.files.status(run.document)) ?? nil) != nil { return true }
    guard let status = try? host.files.status(run.root) else { return false }
    return host.clock.now().microseconds / 1_000_000 - status.modified > Self.settling
  }

  private func folder(_ id: RunID) -> RunFolder {
    RunFolder(id, root: root.appending(id.description), document: document, host: host)
  }
}

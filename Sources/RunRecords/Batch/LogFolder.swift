package import BatchExecution
package import BuildExecution
package import BuildPlanning
import Reporting
package import SystemPackage

/// Writes the log of each build of a batch to a file of its own, as `run --log codebuild` would have shown
/// it. A log that cannot be written is told once and never stops the batch.
package struct LogFolder: BatchFollower {
  private let folder: FilePath
  private let files: any Files
  /// By number of the build.
  private var names: [String] = []
  /// Those of builds that run, by number.
  private var logs: [Int: BuildLogFile] = [:]
  private var hasToldProblem = false

  /// Makes the folder.
  /// - Throws: `FileProblem`.
  package init(_ folder: FilePath, files: any Files) throws {
    self.folder = folder
    self.files = files
    try files.createFolders(folder, mode: 0o755)
  }

  package mutating func receive(_ event: BatchEvent, at time: Timestamp) -> PlanNotice? {
    switch event {
    case .batchStarted(let start):
      names = LogFileNames.make(start.plan.builds.map(\.identifier))
    case .buildStarted(let build, _): return telling { try $0.open(build) }
    case .build(let build, let event):
      logs[build]?.receive(event, at: time)
      return logs[build].flatMap { telling($0.problem) }
    case .buildFinished(let build, let result): return close(build, result.problem)
    case .buildSkipped(let build, let reason):
      if Self.leavesOldLog(reason) { return nil }
      return telling { folder in
        guard let path = folder.path(build) else { return }
        try BuildLogFile.removeOld(path, files: folder.files)
      }
    case .notice, .batchFinished: break
    }
    return nil
  }

  package mutating func flush() {
    for build in logs.keys { _ = close(build, nil) }
  }

  /// Whether a log of an earlier batch still tells of the build.
  private static func leavesOldLog(_ reason: SkipReason) -> Bool {
    switch reason {
    case .leftOut(.option), .leftOut(.done): true
    case .leftOut(.unsupported), .parentFailed, .parentSkipped, .batchEnded: false
    }
  }

  private func path(_ build: Int) -> FilePath? {
    names.indices.contains(build) ? folder.appending("\(names[build]).log") : nil
  }

  private mutating func open(_ build: Int) throws {
    guard let path = path(build) else { return }
    logs[build] = try BuildLogFile(path, files: files)
  }

  private mutating func close(_ build: Int, _ problem: String?) -> PlanNotice? {
    guard var log = logs.removeValue(forKey: build) else { return nil }
    if let problem { log.add(problem: problem) }
    log.close()
    return telling(log.problem)
  }

  private mutating func telling(_ body: (inout LogFolder) throws -> Void) -> PlanNotice? {
    do { try body(&self) } catch { return telling("\(error)") }
    return nil
  }

  private mutating func telling(_ problem: String?) -> PlanNotice? {
    guard let problem, !hasToldProblem else { return nil }
    hasToldProblem = true
    return PlanNotice(
      key: "log-dir", message: "the logs in \(folder.string) are not complete: \(problem)",
      place: nil)
  }
}

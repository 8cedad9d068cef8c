import BuildExecution
import Reporting
import SystemPackage

/// The log of one build in a file, which can be read while the build runs.
struct BuildLogFile {
  /// Both streams of a report, as they would be seen on a terminal.
  private struct Target: Terminal {
    let file: RecordFile

    func isInteractive(_ stream: StandardStream) -> Bool { false }

    func write(_ bytes: ArraySlice<UInt8>, to stream: StandardStream) { file.append(bytes) }
  }

  private let file: RecordFile
  private var log: RunCodeBuildLog

  /// Makes the file, in the place of one that an earlier batch has left.
  /// - Throws: `FileProblem`.
  init(_ path: FilePath, files: any Files) throws {
    try Self.removeOld(path, files: files)
    file = try RecordFile(path, mode: 0o644, files: files)
    log = RunCodeBuildLog(output: RunOutput(terminal: Target(file: file), onClosed: {}))
  }

  /// Why the log is not complete.
  var problem: String? { file.problem }

  mutating func receive(_ event: RunEvent, at time: Timestamp) {
    log.receive(event, at: time)
    log.flush()
    file.flush()
  }

  /// Adds why the build could not be built.
  mutating func add(problem: String) { file.append(Array("buildspec: \(problem)\n".utf8)[...]) }

  mutating func close() {
    log.flush()
    file.close()
  }

  /// Removes the log that an earlier batch has left; only a file or a link goes.
  /// - Throws: `FileProblem`.
  static func removeOld(_ path: FilePath, files: any Files) throws {
    guard let kind = try files.status(path)?.kind else { return }
    guard [.file, .link].contains(kind) else {
      throw FileProblem("cannot write", path, reason: "something that is no file is in its place")
    }
    try files.removeTree(path)
  }
}

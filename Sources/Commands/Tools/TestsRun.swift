import BuildExecution
import BuildPlanning
import SystemPackage

/// `codebuild-tests-run`: runs the test files of this build of a fan-out.
struct TestsRun {
  /// Why the test command is not run.
  struct Failure: Error {
    var status: Int32
    var message: String
  }

  let options: TestsRunOptions
  /// `nil` outside of a fan-out.
  let shard: Shard?
  /// Takes lines for standard error.
  let note: (String) -> Void

  /// Becomes the test command; comes back where there is no file for it.
  func run() throws(Failure) {
    let files = try search()
    let shard = shard ?? Shard(number: 1, count: 1)
    let part = options.shardingStrategy.part(shard, of: files)
    note(remark(part.count, of: Set(files).count))
    if !part.isEmpty { throw start(part) }
  }

  /// What the user's command prints, by lines.
  private func search() throws(Failure) -> [[UInt8]] {
    let found: CapturedOutput
    do { found = try LiveShell.capture(options.filesSearch) } catch { throw cannotStart(error) }
    switch found.end {
    case .exited(0): break
    case .exited(let status): throw searchFailed(status, "exit status \(status)")
    case .signalled(let signal): throw searchFailed(128 + signal, "signal \(signal)")
    }
    guard !found.bytes.contains(0) else {
      throw searchFailed(
        ExitStatus.failure.rawValue, "zero bytes between the files, not line breaks")
    }
    return found.bytes.split(separator: UInt8(ascii: "\n")).map { Array($0) }
  }

  private func remark(_ count: Int, of total: Int) -> String {
    let place = shard.map { "build \($0.number) of \($0.count)" } ?? "not a part of a fan-out"
    let files = total == 1 ? "1 file" : "\(total) files"
    return "\(place): \(count) of \(files)\(count == 0 ? "; nothing is run" : "")"
  }

  /// Becomes the test command.
  /// - Returns: why it cannot.
  private func start(_ files: [[UInt8]]) -> Failure {
    let command = TestCommand(options.testCommand)
    LiveShell.set(TestCommand.variable, Array(files.joined(separator: [UInt8(ascii: "\n")])))
    var problem = LiveShell.become(command.script(files))
    if problem == .argListTooLong, !command.namesFiles {
      // A single text may be much shorter than all of them together.
      note("\(TestCommand.variable) is not set, as the names are too long for one variable")
      LiveShell.set(TestCommand.variable, nil)
      problem = LiveShell.become(command.scriptWithArguments, arguments: files)
    }
    return cannotStart(problem)
  }

  private func cannotStart(_ problem: Errno) -> Failure {
    let advice = problem == .argListTooLong ? "; split the tests among more builds" : ""
    return Failure(
      status: ExitStatus.fault.rawValue, message: "cannot start sh: \(problem)\(advice)")
  }

  private func searchFailed(_ status: Int32, _ reason: String) -> Failure {
    Failure(status: status, message: "--files-search ended with \(reason): \(options.filesSearch)")
  }
}

import BuildExecution
import BuildspecLint
import Dispatch
import SystemPackage

/// Runs ShellCheck over scripts: one process a dialect, however many scripts there are.
struct ShellCheckRunner: Sendable {
  typealias Answers = [ShellCheckScript: [ShellCheckComment]]

  let program: String
  let processes: any ProcessLauncher
  /// Names on one command line; far below what any system allows.
  var batchSize = 10_000
  /// Time that a process may take, for itself and for each script.
  var patience = (start: Duration.seconds(60), script: Duration.milliseconds(100))

  init(program: String, processes: any ProcessLauncher = LiveProcesses()) {
    self.program = program
    self.processes = processes
  }

  /// Blocks; must not be called from a task.
  func run(_ scripts: [ShellCheckScript]) throws(ShellCheckFailure) -> Answers {
    let folder = try ShellCheckFolder.create()
    defer { folder.remove() }
    let outcome = Outcome()
    let task = Task.detached { await self.answers(scripts, in: folder) }
    let interruption = Interruption { task.cancel() }
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      outcome.value = await task.value
      done.signal()
    }
    done.wait()
    interruption.end()
    if let signal = interruption.received { throw .interrupted(signal) }
    return try outcome.value.get()
  }

  /// Written before and read after the semaphore.
  private final class Outcome: @unchecked Sendable {
    var value = Result<Answers, ShellCheckFailure>.success([:])
  }

  private struct Batch: Sendable {
    var dialect: ShellCheckScript.Dialect
    var scripts: ArraySlice<(name: String, script: ShellCheckScript)>
  }

  private func answers(
    _ scripts: [ShellCheckScript], in folder: ShellCheckFolder
  ) async -> Result<Answers, ShellCheckFailure> {
    do {
      let batches = try batches(scripts, in: folder)
      return .success(
        try await withThrowingTaskGroup(of: Answers.self) { group in
          var answers: Answers = [:]
          for (index, batch) in batches.enumerated() {
            // Two at a time: there are two dialects.
            if index >= 2, let done = try await group.next() { answers.merge(done) { $1 } }
            group.addTask { try await self.answers(batch, in: folder) }
          }
          for try await done in group { answers.merge(done) { $1 } }
          return answers
        })
    } catch let failure as ShellCheckFailure {
      return .failure(failure)
    } catch {
      return .failure(.failed("\(error)"))
    }
  }

  private func batches(
    _ scripts: [ShellCheckScript], in folder: ShellCheckFolder
  ) throws(ShellCheckFailure) -> [Batch] {
    var named: [(name: String, script: ShellCheckScript)] = []
    for (number, script) in scripts.enumerated() {
      try folder.write(script.text, to: "\(number)")
      named.append(("\(number)", script))
    }
    var batches: [Batch] = []
    for dialect in ShellCheckScript.Dialect.allCases {
      var rest = named.filter { $0.script.dialect == dialect }[...]
      while !rest.isEmpty {
        batches.append(Batch(dialect: dialect, scripts: rest.prefix(batchSize)))
        rest = rest.dropFirst(batchSize)
      }
    }
    return batches
  }

  private func answers(_ batch: Batch, in folder: ShellCheckFolder) async throws -> Answers {
    let excluded = ShellCheckPolicy.excludedCodes.joined(separator: ",")
    let options = ["-f", "json1", "-s", batch.dialect.rawValue, "--norc", "-e", excluded, "--"]
    var environment = LiveEnvironment.all()
    // Options of a person's own scripts; a file is checked alike everywhere.
    environment["SHELLCHECK_OPTS"] = nil
    let request = ProcessRequest(
      program: program, arguments: options + batch.scripts.map(\.name), environment: environment,
      folder: FilePath(folder.path))
    let output = try await capture(
      request, within: patience.start + patience.script * batch.scripts.count)
    switch output.end {
    case .exited(0), .exited(1): break
    // Ctrl-C reaches both of us, and it is a race who learns of it first.
    case .signalled(Self.interrupt), .exited(128 + Self.interrupt):
      throw ShellCheckFailure.interrupted(Self.interrupt)
    case .exited(let status): throw ShellCheckFailure.failed("it ended with status \(status)")
    case .signalled(let signal): throw ShellCheckFailure.failed("it was ended by signal \(signal)")
    }
    guard let comments = ShellCheckOutput(output.bytes)?.comments else {
      throw ShellCheckFailure.failed("its output cannot be read")
    }
    return Dictionary(
      batch.scripts.map { ($0.script, comments[$0.name] ?? []) }, uniquingKeysWith: { $1 })
  }

  /// SIGINT.
  private static let interrupt: Int32 = 2

  private func capture(
    _ request: ProcessRequest, within time: Duration
  ) async throws -> CapturedOutput {
    try await withThrowingTaskGroup(of: CapturedOutput?.self) { group in
      group.addTask { try await self.processes.capture(request) }
      group.addTask {
        try await Task.sleep(for: time)
        return nil
      }
      defer { group.cancelAll() }
      guard let output = try await group.next() ?? nil else {
        throw ShellCheckFailure.failed("it took longer than \(time.components.seconds) seconds")
      }
      return output
    }
  }
}

import BatchExecution
import BuildExecution
import BuildPlanning

/// What is known of a build that runs; of its output no more than the end is kept.
struct BuildProgress {
  /// Bytes and lines of the output of one command.
  private static let tailBytes = 8 * 1024
  private static let tailLines = 20

  let start: BatchBuildStart
  private(set) var phase: BuildPhase?
  private(set) var phases: [PhaseResult] = []
  private var command: String?
  private var tail = OutputTail(limit: Self.tailBytes)
  private var failure: BuildFailure?
  /// Whether a phase has failed: what fails after it is not why.
  private var hasFailed = false
  private var shownLine: String?

  init(_ start: BatchBuildStart) {
    self.start = start
  }

  mutating func receive(_ event: RunEvent) {
    switch event {
    case .phaseStarted(let phase): self.phase = phase
    case .commandStarted(let command, _): commandStarted(command.text)
    case .runtimeStep(.commandStarted(let text)): commandStarted(text)
    case .output(let bytes):
      tail.add(bytes)
      shownLine = nil
    case .commandFinished(let result): commandFinished(result)
    case .runtimeStep(.commandFinished(_, let outcome)) where !outcome.isSuccess:
      fail("runtime-versions: \(RunWords.failure(outcome))")
    case .phaseFinished(let result): phaseFinished(result)
    default: break
    }
  }

  /// What a person would look at: the last line of output, or the command before it has written one.
  mutating func lastLine() -> String {
    if let shownLine { return shownLine }
    let line = PlainText.lastLine(tail.bytes) ?? command.map { "$ \(BuildFailure.firstLine($0))" }
    shownLine = line
    return line ?? ""
  }

  /// Why the build failed; `nil` when it did not.
  func failure(at result: BatchBuildResult) -> BuildFailure? {
    guard [.failed, .fault, .timedOut].contains(result.status) else { return nil }
    var failure = failure ?? BuildFailure(reason: "", command: command, lines: lines)
    failure.reason = result.problem ?? result.failure ?? failure.reason
    return failure
  }

  private var lines: [String] { PlainText.lastLines(Self.tailLines, of: tail.bytes) }

  private mutating func commandStarted(_ text: String) {
    command = text
    tail.clear()
    shownLine = nil
  }

  private mutating func commandFinished(_ result: CommandResult) {
    guard !result.outcome.isSuccess, !result.wasStopped else { return }
    // The commands of `finally` run after the one that failed the phase.
    guard failure == nil || result.command.list == .commands else { return }
    fail("\(result.command.place): \(RunWords.failure(result.outcome))")
  }

  private mutating func fail(_ reason: String) {
    guard !hasFailed else { return }
    failure = BuildFailure(reason: reason, command: command, lines: lines)
  }

  private mutating func phaseFinished(_ result: PhaseResult) {
    phases.append(result)
    guard !hasFailed else { return }
    guard result.status != .succeeded else {
      // It was tried again.
      failure = nil
      return
    }
    hasFailed = true
    guard failure == nil, let context = result.context else { return }
    if result.status == .failed {
      failure = BuildFailure(reason: "\(result.phase.rawValue): \(context.message)")
    }
  }
}

import BuildspecLint
import Dispatch

/// What ShellCheck said, kept for a whole run: each script is asked about once, however often it
/// stands in the files or a file is read again.
final class ShellCheckStore: @unchecked Sendable {
  private let queue = DispatchQueue(label: "shellcheck")
  private var answers: ShellCheckRunner.Answers = [:]
  private var hasFailed = false
  private let runner: ShellCheckRunner?

  init(_ runner: ShellCheckRunner?) {
    self.runner = runner
  }

  var isInstalled: Bool { runner != nil }

  /// The comments on scripts; `nil` when ShellCheck failed, which is told once.
  func comments(on scripts: [ShellCheckScript]) -> ShellCheckRunner.Answers? {
    queue.sync {
      let unknown = scripts.filter { answers[$0] == nil }
      if let runner, !unknown.isEmpty, !hasFailed { ask(runner, Self.unique(unknown)) }
      return hasFailed ? nil : answers
    }
  }

  private func ask(_ runner: ShellCheckRunner, _ scripts: [ShellCheckScript]) {
    do {
      answers.merge(try runner.run(scripts)) { $1 }
    } catch {
      hasFailed = true
      switch error {
      case .interrupted(let signal): Interruption.die(of: signal)
      case .failed(let reason):
        StandardStreams.writeError(
          "buildspec: notice: the findings of ShellCheck are left out: \(reason)\n")
      }
    }
  }

  /// In the order in which they come, so that a run can be repeated.
  private static func unique(_ scripts: [ShellCheckScript]) -> [ShellCheckScript] {
    var seen: Set<ShellCheckScript> = []
    return scripts.filter { seen.insert($0).inserted }
  }
}

package import BatchExecution
package import BuildExecution
import BuildPlanning

/// A batch in lines: those of each build's CodeBuild log, with the name of the build before each.
package struct BatchLog: BatchEventSink {
  private struct Member {
    var lines: BuildLines
    var log: RunCodeBuildLog
  }

  private let output: SharedOutput
  private let style: Style
  private let isVerbose: Bool
  private var progress = BatchProgress()
  /// Those that run, by number.
  private var members: [Int: Member] = [:]
  /// Notices of builds.
  private var told: Set<String> = []

  /// - Parameter isVerbose: whether the table at the end has every build, however many there are, and each
  ///   build tells its notices, also when another one has told the same.
  package init(output: RunOutput, style: Style, isVerbose: Bool) {
    self.output = SharedOutput(output)
    self.style = style
    self.isVerbose = isVerbose
  }

  package mutating func receive(_ event: BatchEvent, at time: Timestamp) {
    progress.receive(event)
    switch event {
    case .batchStarted(let start): batchStarted(start)
    case .notice(let notice): output.note(RunWords.notice(notice))
    case .buildSkipped(let build, let reason):
      line("SKIPPED: \(BatchWords(names: progress.names).skip(reason))", of: build)
    case .buildStarted(let build, _): members[build] = member(build)
    case .build(_, let event) where isRepeated(event): break
    case .build(let build, let event):
      members[build]?.log.receive(event, at: time)
      // Other builds write meanwhile, and lines should stand in the order of their times.
      members[build]?.log.flush()
    case .buildFinished(let build, let result): buildFinished(build, result)
    case .batchFinished(let result): batchFinished(result)
    }
  }

  package mutating func flush() {
    for build in members.keys.sorted() { end(build) }
    output.flush()
  }

  /// Whether the event says what another build has said of the same file.
  private mutating func isRepeated(_ event: RunEvent) -> Bool {
    let text: String
    switch event {
    case .notice(let notice): text = RunWords.notice(notice)
    case .parityCompared(let findings):
      text = RunWords.parity(findings).joined(separator: "\n")
    default: return false
    }
    return !told.insert(text).inserted && !isVerbose
  }

  private func prefix(_ build: Int) -> String {
    let styles = BuildStyles(style: style)
    return styles.colored("[\(progress.names[build])]", of: build) + progress.names.padding(build)
      + " "
  }

  private func member(_ build: Int) -> Member {
    let lines = BuildLines(prefix: prefix(build), endsStyles: style.isColored, output: output)
    return Member(
      lines: lines, log: RunCodeBuildLog(output: RunOutput(terminal: lines, onClosed: {})))
  }

  private func line(_ text: String, of build: Int) {
    output.write("\(prefix(build))\(text)\n")
    output.flush()
  }

  private func batchStarted(_ start: BatchStart) {
    output.write(BatchWords.head(start, style: style) + "\n")
    output.flush()
  }

  private mutating func buildFinished(_ build: Int, _ result: BatchBuildResult) {
    end(build)
    let status = BatchMarks(style: style).styled(result.status.rawValue, result.status)
    let reason = progress.reasons[build].map { ": \($0)" } ?? ""
    line("\(status) in \(RunTime.duration(result.microseconds))\(reason)", of: build)
  }

  /// Hands on what a build has written without an end of the line.
  private mutating func end(_ build: Int) {
    guard var member = members.removeValue(forKey: build) else { return }
    member.log.flush()
    member.lines.endLine()
  }

  private mutating func batchFinished(_ result: BatchResult) {
    for build in members.keys.sorted() { end(build) }
    let summary = BatchSummary(
      progress: progress, result: result, style: style, isComplete: isVerbose)
    output.write("\n" + summary.lines.map { "\($0)\n" }.joined())
    output.flush()
  }
}

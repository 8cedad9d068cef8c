package import BuildExecution
import BuildPlanning

/// A run for a person at a terminal.
package struct RunPretty: RunEventSink {
  private var output: RunOutput
  private let style: Style
  private let isVerbose: Bool
  /// Phases without commands are told in one line.
  private var emptyPhases: Set<BuildPhase> = []
  private var plan: RunPlan?
  /// What was found, for the end.
  private var results: [String] = []
  private var skipped: [BuildPhase: String] = [:]
  private var parity: [String] = []

  package init(output: RunOutput, style: Style, isVerbose: Bool) {
    self.output = output
    self.style = style
    self.isVerbose = isVerbose
  }

  package mutating func receive(_ event: RunEvent, at time: Timestamp) {
    switch event {
    case .buildStarted(let start): buildStarted(start)
    case .sourceReady(let ready): sourceReady(ready)
    case .phaseStarted(let phase): phaseStarted(phase)
    case .phaseSkipped(let phase, let option): skipped[phase] = option
    case .commandStarted(let command, _): commandStarted(command.text)
    case .output(let bytes):
      output.write(bytes)
      output.flush()
    case .commandFinished(let result): commandFinished(result)
    case .phaseFinished(let result): phaseFinished(result)
    case .notice(let notice): output.note(style.yellow("notice: ") + RunWords.text(notice))
    case .runtimeStep(let step): runtimeStep(step)
    case .cacheStep(let step):
      if let remark = RunWords.remark(step) { line(style.dim(remark)) }
    case .artifactStep(let step):
      guard let remark = RunWords.remark(step) else { return }
      output.note(style.yellow("notice: ") + "artifacts: \(remark)")
    case .artifactReady(let artifact): results.append(artifactText(artifact))
    case .reportReady(let report): results.append(reportText(report))
    case .parityCompared(let findings): parity = RunWords.parity(findings)
    case .buildFinished(let result): buildFinished(result)
    }
  }

  package mutating func flush() { output.flush() }

  private mutating func line(_ text: String) {
    output.endLine()
    output.write(text + "\n")
  }

  private mutating func buildStarted(_ start: BuildStart) {
    plan = start.plan
    emptyPhases = Set(
      start.plan.phases.filter { $0.commands.isEmpty && $0.finally.isEmpty }
        .map { BuildPhase($0.name) })
    emptyPhases.formUnion([.downloadSource, .uploadArtifacts])
    line(style.bold(start.plan.buildspecPath) + style.dim("  \(start.identifier)"))
    guard isVerbose else { return }
    for row in RunPlanText.variableRows(start.plan) { line(style.dim("  \(row)")) }
  }

  private mutating func sourceReady(_ ready: SourceReady) {
    if let count = ready.copiedFiles {
      line(style.dim("source copied to \(ready.folder) (\(Self.counted(count)))"))
    } else {
      line(style.dim("source used in place: \(ready.folder)"))
    }
  }

  private mutating func runtimeStep(_ step: RuntimeStep) {
    switch step {
    case .commandStarted(let text): commandStarted(text)
    case .commandFinished(_, let outcome):
      guard !outcome.isSuccess else { return }
      line(style.red(RunWords.failure(outcome)))
    case .chosen(let runtime, let version, let place):
      line(style.dim("runtime \(runtime): \(version) (\(place))"))
    case .resolved, .selected, .required, .notOverridden:
      if let text = RunWords.log(step) { line(style.dim(text)) }
    // A notice tells it.
    case .unsupported, .finished: break
    }
  }

  private mutating func phaseStarted(_ phase: BuildPhase) {
    guard !emptyPhases.contains(phase) else { return }
    line("")
    line(style.blue("▸ \(phase.rawValue)"))
  }

  private mutating func commandStarted(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    for (index, text) in lines.enumerated() {
      line(style.cyan(index == 0 ? "$ " : "> ") + style.bold(String(text)))
    }
    output.flush()
  }

  private mutating func commandFinished(_ result: CommandResult) {
    let time = result.finishedAt.since(result.startedAt)
    if result.wasStopped {
      line("\(result.command.place): " + style.yellow("command stopped"))
    } else if !result.outcome.isSuccess {
      line("\(result.command.place): " + style.red(RunWords.failure(result.outcome)))
    } else if isVerbose {
      line(style.dim("  \(RunTime.duration(time))"))
    }
  }

  private mutating func phaseFinished(_ result: PhaseResult) {
    if !emptyPhases.contains(result.phase) {
      line("\(mark(result.status)) \(result.phase.rawValue) \(style.dim(time(result)))")
    }
    if let context = result.context, context.code != "COMMAND_EXECUTION_ERROR" {
      line("\(mark(result.status)) \(result.phase.rawValue): \(style.red(context.message))")
    }
  }

  private mutating func buildFinished(_ result: BuildResult) {
    line("")
    for phase in result.phases {
      let name = phase.phase.rawValue
      let padding = String(repeating: " ", count: max(0, 17 - name.count))
      line("  \(mark(phase.status)) \(name)\(padding)\(style.dim(time(phase)))")
    }
    for phase in BuildPhase.allCases {
      guard let option = skipped[phase] else { continue }
      line(style.dim("  - \(phase.rawValue) left out (\(option))"))
    }
    for result in results { line("  " + result) }
    for (name, value) in result.exportedVariables.sorted(by: { $0.key < $1.key }) {
      line("  exported \(name)=\(SecretNames.masked(value, of: name))")
    }
    line(statusText(result))
    for text in parity { output.note(style.dim(text)) }
    output.flush()
  }

  private func statusText(_ result: BuildResult) -> String {
    let time = style.dim(" in \(RunTime.duration(result.microseconds))")
    guard let failed = result.failedCommand, result.status == .failed else {
      return styled(result.status.rawValue, result.status) + time
    }
    return styled(result.status.rawValue, result.status) + time + "  \(failed.command.place): "
      + RunWords.failure(failed.outcome)
  }

  private func artifactText(_ artifact: ArtifactResult) -> String {
    let name = artifact.identifier.map { "artifact \($0)" } ?? "artifacts"
    let evaluated = artifact.name.map { " as \($0)" } ?? ""
    let place =
      (artifact.archive ?? artifact.folder).map { " in \($0)" }
      ?? " found, not written without --artifacts"
    return "\(name)\(evaluated): \(Self.counted(artifact.fileCount))\(place)"
  }

  private func reportText(_ report: ReportResult) -> String {
    let place = report.folder.map { " in \($0)" } ?? " found, not written without --reports"
    return "report \(report.group) (\(report.format)): \(Self.counted(report.fileCount))\(place)"
  }

  private func time(_ result: PhaseResult) -> String { RunTime.duration(result.microseconds) }

  private func mark(_ status: BuildStatus) -> String {
    styled(status == .succeeded ? "✓" : "✗", status)
  }

  private func styled(_ text: String, _ status: BuildStatus) -> String {
    switch status {
    case .succeeded: style.green(text)
    case .failed, .fault: style.red(text)
    case .stopped, .timedOut: style.yellow(text)
    }
  }

  private static func counted(_ count: Int) -> String { "\(count) file\(count == 1 ? "" : "s")" }
}

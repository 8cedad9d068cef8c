package import BuildExecution
import BuildPlanning
import BuildspecModel

/// A run in the lines of CodeBuild's own log, so that what reads those reads these.
package struct RunCodeBuildLog: RunEventSink {
  private var output: RunOutput
  private var plan: RunPlan?
  /// `CODEBUILD_SRC_DIR`.
  private var folder = ""

  package init(output: RunOutput) {
    self.output = output
  }

  package mutating func receive(_ event: RunEvent, at time: Timestamp) {
    switch event {
    case .buildStarted(let start):
      plan = start.plan
      line("Phase is DOWNLOAD_SOURCE", time)
    case .sourceReady(let ready): sourceReady(ready, time)
    case .phaseStarted(let phase): phaseStarted(phase, time)
    case .phaseSkipped(let phase, let option):
      line("Phase left out: \(phase.rawValue) (\(option))", time)
    case .commandStarted(let command, _):
      line("Running command \(command.text)", time)
      output.flush()
    case .output(let bytes):
      output.write(bytes)
      output.flush()
    case .commandFinished(let result): commandFinished(result, time)
    case .phaseFinished(let result): phaseFinished(result, time)
    case .notice(let notice): output.note(RunWords.notice(notice))
    case .runtimeStep(let step): runtimeStep(step, time)
    case .cacheStep(let step):
      for text in RunWords.log(step) { line(text, time) }
    case .artifactStep(let step): artifactStep(step, time)
    case .artifactReady(let artifact):
      if let place = artifact.archive ?? artifact.folder {
        line("Artifacts of \(artifact.identifier ?? "the build") are in \(place)", time)
      }
    case .reportReady(let report):
      if let folder = report.folder {
        line("Files of report \(report.group) are in \(folder)", time)
      }
    case .parityCompared(let findings):
      for line in RunWords.parity(findings) { output.note("buildspec: \(line)") }
    case .buildFinished: output.flush()
    }
  }

  package mutating func flush() { output.flush() }

  private mutating func line(_ text: String, _ time: Timestamp) {
    output.endLine()
    output.write("[Container] \(RunTime.log(time)) \(text)\n")
  }

  private mutating func sourceReady(_ ready: SourceReady, _ time: Timestamp) {
    line("CODEBUILD_SRC_DIR=\(ready.folder)", time)
    guard let plan else { return }
    line("YAML location is \(plan.buildspecPath)", time)
    let declared = plan.phases.filter { $0.place != nil }
    for phase in declared where phase.commands.isEmpty {
      line("No commands found for phase name: \(phase.name.rawValue)", time)
    }
    line("Processing environment variables", time)
    if plan.references.contains(where: { $0.store == .parameterStore }) {
      line("Decrypting parameter store environment variables", time)
    }
    folder = ready.folder
    guard plan.runtimes.isEmpty else { return }
    line("No runtime version selected in buildspec.", time)
    runtimesReady(plan, time)
  }

  private mutating func runtimesReady(_ plan: RunPlan, _ time: Timestamp) {
    let declared = plan.phases.filter { $0.place != nil }
    line("Moving to directory \(folder)", time)
    line("Phases found in YAML: \(declared.count)", time)
    for phase in declared {
      line(" \(phase.name.logName): \(phase.commands.count) commands", time)
    }
  }

  private mutating func runtimeStep(_ step: RuntimeStep, _ time: Timestamp) {
    if case .commandFinished = step {
      output.endLine()
      output.write("\n")
    }
    if let text = RunWords.log(step) { line(text, time) }
    output.flush()
    if step == .finished, let plan { runtimesReady(plan, time) }
  }

  private mutating func phaseStarted(_ phase: BuildPhase, _ time: Timestamp) {
    switch phase {
    // The log has no such line for these.
    case .downloadSource, .uploadArtifacts: break
    case .install, .preBuild, .build, .postBuild: line("Entering phase \(phase.rawValue)", time)
    }
  }

  private mutating func commandFinished(_ result: CommandResult, _ time: Timestamp) {
    output.endLine()
    output.write("\n")
    guard !result.outcome.isSuccess, !result.wasStopped else { return }
    line(
      "Command did not exit successfully \(result.command.text) \(result.outcome.reason)", time)
    // The service does not say what 126, 127 and statuses of signals mean, and its log is kept as it is.
    if case .exited = result.outcome, RunWords.meaning(of: result.outcome) != nil {
      output.note("buildspec: notice: \(result.command.place): \(RunWords.failure(result.outcome))")
    }
  }

  private mutating func phaseFinished(_ result: PhaseResult, _ time: Timestamp) {
    line("Phase complete: \(result.phase.rawValue) State: \(result.status.rawValue)", time)
    let code = result.context?.code ?? ""
    line("Phase context status code: \(code) Message: \(result.context?.message ?? "")", time)
  }

  private mutating func artifactStep(_ step: ArtifactStep, _ time: Timestamp) {
    switch step {
    case .secondary(let identifier):
      line("Preparing to copy secondary artifacts \(identifier)", time)
    case .report(let group): line("Preparing to copy test report \(group)", time)
    case .expandingBase(let path):
      line("Expanding base directory path: \(path)", time)
      line("Assembling file list", time)
      line("Expanding \(path)", time)
    case .expandingFiles(let base):
      line("Expanding file paths for base directory \(base)", time)
      line("Assembling file list", time)
    case .expanding(let pattern): line("Expanding \(pattern)", time)
    case .skipping(let path): line("Skipping invalid file path \(path)", time)
    case .found(let count): line("Found \(count) file(s)", time)
    case .folderNamed, .linkLeftOut, .linkNotFollowed, .collision:
      output.note(RunWords.notice(step))
    }
  }
}

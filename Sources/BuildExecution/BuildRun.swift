import BuildPlanning
import BuildspecModel
import Synchronization
import SystemPackage

/// One build in progress.
struct BuildRun {
  let job: RunJob
  let identity: BuildIdentity
  let scratch: Scratch
  let host: Host
  let events: EventStream
  let stop: StopControl

  private var phases: [PhaseResult] = []
  private var failedCommand: CommandResult?
  private var exported: [String: String] = [:]
  /// Whether the result will be SUCCEEDED.
  private var isPassing = true
  /// Value of `CODEBUILD_BUILD_SUCCEEDING`.
  private var isSucceeding = true

  init(
    job: RunJob, identity: BuildIdentity, scratch: Scratch, host: Host, events: EventStream,
    stop: StopControl
  ) {
    self.job = job
    self.identity = identity
    self.scratch = scratch
    self.host = host
    self.events = events
    self.stop = stop
  }

  mutating func run(on engine: any Engine) async throws -> BuildResult {
    let shell: any BuildShell
    do {
      shell = try await downloadSource(with: engine)
    } catch is BuildStopped {
      return result()
    }
    stop.setHandler { shell.stop(force: $0) }
    do {
      let reachesEnd = try await runPhases(in: shell)
      if reachesEnd, stop.reason == nil {
        try await shell.become(nil)
        try await readExportedVariables(in: shell)
        try await uploadArtifacts(in: shell)
      }
    } catch {
      await shell.close(.fault)
      stop.setHandler(nil)
      throw error
    }
    await shell.close(status)
    stop.setHandler(nil)
    return result()
  }

  private var status: BuildStatus { stop.reason?.status ?? (isPassing ? .succeeded : .failed) }

  private func result() -> BuildResult {
    BuildResult(
      status: status, phases: phases, failedCommand: failedCommand, exportedVariables: exported,
      stopReason: stop.reason, startedAt: identity.startedAt, finishedAt: host.clock.now())
  }

  // MARK: Phases

  private mutating func downloadSource(with engine: any Engine) async throws -> any BuildShell {
    let start = begin(.downloadSource)
    let local = job.plan.source.isInPlace ? job.source : scratch.source
    let source = engine.sourceFolder(for: local)
    let copied = Mutex<Int?>(nil)
    let delivery = SourceDelivery(
      folder: local, isInPlace: job.plan.source.isInPlace,
      copy: { [self] target in
        let count = try await copySource(to: target)
        copied.withLock { $0 = count }
      })
    let shell = try await engine.open(
      setup(engine, source: source), source: delivery, context: context())
    let count = copied.withLock { $0 }
    events.send(.sourceReady(SourceReady(folder: source.string, copiedFiles: count)))
    finish(.downloadSource, start, context: nil)
    return shell
  }

  private func setup(_ engine: any Engine, source: FilePath) -> ShellSetup {
    ShellSetup(
      build: identity.identifier, shell: job.plan.shell, source: source, state: scratch.state,
      environment: identity.environment(
        for: job.plan, inherited: engine.inherited(host.environment), source: source),
      isolatesItems: job.plan.isolatesCommands)
  }

  private func context() -> EngineContext {
    let events = events
    return EngineContext(
      output: { events.send(.output($0)) }, notice: { events.send(.notice($0)) }, stop: stop)
  }

  /// - Returns: the number of files.
  private func copySource(to target: any SourceTarget) async throws -> Int {
    let stop = stop
    // Artifacts of an earlier build are no source.
    let artifacts = job.artifacts.flatMap { $0 == job.source ? nil : $0 }
    var copy = SourceCopy(
      host: host, target: target, excluding: [scratch.root] + (artifacts.map { [$0] } ?? []),
      isStopped: { stop.reason != nil })
    try await copy.copy(job.source, checkout: job.checkout)
    for notice in copy.notices { events.send(.notice(notice)) }
    return copy.copiedFiles
  }

  /// - Returns: whether the build came to its last phase.
  private mutating func runPhases(in shell: any BuildShell) async throws -> Bool {
    for phase in job.plan.phases {
      if let option = phase.skippedBy {
        events.send(.phaseSkipped(BuildPhase(phase.name), option: option))
        continue
      }
      if stop.reason != nil { return false }
      guard try await !run(phase, in: shell) else { continue }
      if PhaseTransitions.failsBuild(phase.onFailure) { isPassing = false }
      if stop.reason != nil { return false }
      if !PhaseTransitions.goesOn(after: phase.name, policy: phase.onFailure) { return false }
    }
    return true
  }

  /// - Returns: whether the phase succeeded.
  private mutating func run(_ phase: PlannedPhase, in shell: any BuildShell) async throws -> Bool {
    let name = BuildPhase(phase.name)
    let start = begin(name)
    var context: PhaseContext?
    do {
      try await shell.become(phase.runAs)
    } catch let problem as RunAsProblem {
      isSucceeding = false
      finish(name, start, context: .client(problem.message))
      return false
    }
    for list in [phase.commands, phase.finally] {
      for command in list {
        if stop.reason != nil { break }
        let outcome = try await run(command, phase, in: shell)
        if outcome.isSuccess { continue }
        isSucceeding = false
        context = context ?? .command(command.text, outcome)
        break
      }
    }
    finish(name, start, context: context)
    return context == nil
  }

  private mutating func run(
    _ command: PlannedCommand, _ phase: PlannedPhase, in shell: any BuildShell
  ) async throws -> ItemOutcome {
    let name = BuildPhase(phase.name)
    events.send(.commandStarted(command, phase: name))
    let start = host.clock.now()
    let outcome = try await shell.run(command.text, succeeding: isSucceeding)
    let result = CommandResult(
      command: command, phase: name, outcome: outcome, wasStopped: stop.reason != nil,
      startedAt: start, finishedAt: host.clock.now())
    events.send(.commandFinished(result))
    if !outcome.isSuccess, PhaseTransitions.failsBuild(phase.onFailure), stop.reason == nil {
      failedCommand = failedCommand ?? result
    }
    return outcome
  }

  // MARK: After the phases

  private mutating func readExportedVariables(in shell: any BuildShell) async throws {
    exported = try await ShellEvaluator(shell: shell, succeeding: isSucceeding)
      .values(of: job.plan.exportedVariables)
  }

  private mutating func uploadArtifacts(in shell: any BuildShell) async throws {
    // Without all phases there is nothing to expect, unless it was asked for.
    let isPartial = job.plan.phases.contains { $0.skippedBy != nil }
    if isPartial, job.artifacts == nil { return }
    let start = begin(.uploadArtifacts)
    let upload = ArtifactUpload(
      job: job, host: host, shell: shell, events: events,
      evaluator: ShellEvaluator(shell: shell, succeeding: isSucceeding))
    let context: PhaseContext?
    do {
      try await upload.run()
      context = nil
    } catch let problem as ArtifactProblem {
      context = .client(problem.message)
      isPassing = false
    }
    finish(.uploadArtifacts, start, context: context)
  }

  // MARK: Events

  private func begin(_ phase: BuildPhase) -> Timestamp {
    events.send(.phaseStarted(phase))
    return host.clock.now()
  }

  private mutating func finish(_ phase: BuildPhase, _ start: Timestamp, context: PhaseContext?) {
    var context = context
    if let reason = stop.reason {
      context = nil
      if case .fault(let message) = reason { context = .fault(message) }
    }
    let status = stop.reason?.status ?? (context == nil ? .succeeded : .failed)
    let result = PhaseResult(
      phase: phase, status: status, context: context, startedAt: start,
      finishedAt: host.clock.now())
    phases.append(result)
    events.send(.phaseFinished(result))
  }
}

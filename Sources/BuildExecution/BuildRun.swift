import BuildPlanning
import BuildspecModel
import Synchronization
import SystemPackage

/// One build in progress.
struct BuildRun {
  let job: RunJob
  let identity: BuildIdentity
  /// A failure makes the build fail in its first phase.
  let secrets: Result<SecretSet, SecretFailure>
  let scratch: Scratch
  let host: Host
  let events: EventStream
  let stop: StopControl
  let retry: RetryRule

  /// The phase whose failure makes the build begin again.
  private(set) var retriedPhase: PlannedPhase?
  private var phases: [PhaseResult] = []
  private var failedCommand: CommandResult?
  private var exported: [String: String] = [:]
  /// Whether the result will be SUCCEEDED.
  private var isPassing = true
  /// Value of `CODEBUILD_BUILD_SUCCEEDING`.
  private var isSucceeding = true
  private var cache: BuildCache?
  private var downloadStart: Timestamp?
  /// Of the first command.
  private var environment: [String: String] = [:]

  init(
    job: RunJob, identity: BuildIdentity, secrets: Result<SecretSet, SecretFailure>,
    scratch: Scratch, host: Host, events: EventStream, stop: StopControl, retry: RetryRule
  ) {
    self.job = job
    self.identity = identity
    self.secrets = secrets
    self.scratch = scratch
    self.host = host
    self.events = events
    self.stop = stop
    self.retry = retry
  }

  mutating func run(on engine: any Engine) async throws -> BuildResult {
    let secrets: SecretSet
    switch self.secrets {
    case .success(let set): secrets = set
    case .failure(let failure): return failAtOnce(failure.context)
    }
    let shell: any BuildShell
    do {
      shell = try await downloadSource(with: engine, secrets)
    } catch is BuildStopped {
      return result()
    }
    stop.setHandler { shell.stop(force: $0) }
    do {
      let isReady = try await prepare(shell, of: engine)
      let reachesEnd = isReady ? try await runPhases(in: shell) : false
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

  private mutating func failAtOnce(_ context: PhaseContext) -> BuildResult {
    isPassing = false
    finish(.downloadSource, begin(.downloadSource), context: context)
    return result()
  }

  private mutating func downloadSource(
    with engine: any Engine, _ secrets: SecretSet
  ) async throws -> any BuildShell {
    downloadStart = begin(.downloadSource)
    let source = engine.sourceFolder(for: localSource)
    let copied = Mutex<Int?>(nil)
    let delivery = SourceDelivery(
      folder: localSource, isInPlace: job.plan.source.isInPlace,
      copy: { [self] target in
        let count = try await copySource(to: target)
        copied.withLock { $0 = count }
      },
      others: secondaryFolders(engine).map { source, folder in
        (folder, { [self] in _ = try await copy(source.folder, source.checkout, to: $0) })
      })
    let setup = try setup(engine, source: source, secrets)
    environment = setup.environment
    let shell = try await engine.open(setup, source: delivery, context: context())
    let count = copied.withLock { $0 }
    events.send(.sourceReady(SourceReady(folder: source.string, copiedFiles: count)))
    return shell
  }

  private func secondaryFolders(_ engine: any Engine) -> [(SecondarySource, FilePath)] {
    job.secondarySources.enumerated().map { number, source in
      (source, engine.secondaryFolder(number, for: scratch.source(source.identifier)))
    }
  }

  private var localSource: FilePath { job.plan.source.isInPlace ? job.source : scratch.source }

  private func setup(
    _ engine: any Engine, source: FilePath, _ secrets: SecretSet
  ) throws -> ShellSetup {
    var environment = identity.environment(
      for: job.plan, inherited: engine.inherited(host.environment), source: source,
      secondary: Dictionary(
        uniqueKeysWithValues: secondaryFolders(engine).map { ($0.identifier, $1) }),
      secrets: secrets)
    if engine.runsHere {
      let tools = BuildTools(
        folder: scratch.tools, state: scratch.root, program: job.program, pauses: job.pauses,
        files: host.files)
      try tools.create()
      environment["PATH"] = tools.extended(environment["PATH"])
    }
    var setup = ShellSetup(
      build: identity.identifier, shell: job.plan.shell, source: source, state: scratch.state,
      environment: environment, isolatesItems: job.plan.isolatesCommands)
    if !engine.runsHere {
      setup.tools = ContainerTools(
        for: job.plan, program: job.program, pauses: job.pauses, files: host.files)
    }
    return setup
  }

  private func context() -> EngineContext {
    let events = events
    return EngineContext(
      output: { events.send(.output($0)) }, notice: { events.send(.notice($0)) }, stop: stop)
  }

  /// - Returns: the number of files.
  private func copySource(to target: any SourceTarget) async throws -> Int {
    try await copy(job.source, job.checkout, to: target)
  }

  private func copy(
    _ source: FilePath, _ checkout: GitCheckout?, to target: any SourceTarget
  ) async throws -> Int {
    let stop = stop
    // Artifacts and reports of an earlier build are no source.
    let results = [job.artifacts, job.reports].compactMap { $0 == source ? nil : $0 }
    var copy = SourceCopy(
      host: host, target: target, excluding: Array(job.ownFolders) + results,
      isStopped: { stop.reason != nil })
    try await copy.copy(source, checkout: checkout)
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
      if retry.asks(phase, context: phases.last?.context, output: events.tail) {
        retriedPhase = phase
        return false
      }
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
      for (index, command) in list.enumerated() {
        if stop.reason != nil, await !shell.hasBegunNext() { break }
        let next = list[(index + 1)...]
        let outcome = try await run(command, phase, in: shell, next: next)
        if outcome.isSuccess { continue }
        isSucceeding = false
        context = context ?? .command(command.text, outcome)
        break
      }
    }
    if phase.name == .postBuild, isSucceeding, stop.reason == nil { try await saveCache() }
    finish(name, start, context: context)
    return context == nil
  }

  private mutating func run(
    _ command: PlannedCommand, _ phase: PlannedPhase, in shell: any BuildShell,
    next: ArraySlice<PlannedCommand>
  ) async throws -> ItemOutcome {
    let name = BuildPhase(phase.name)
    events.send(.commandStarted(command, phase: name))
    let start = host.clock.now()
    let outcome = try await shell.run(command.text, succeeding: isSucceeding, next: next)
    let result = CommandResult(
      command: command, phase: name, outcome: outcome, wasStopped: stop.reason != nil,
      startedAt: start, finishedAt: host.clock.now())
    events.send(.commandFinished(result))
    if !outcome.isSuccess, PhaseTransitions.failsBuild(phase.onFailure), stop.reason == nil {
      failedCommand = failedCommand ?? result
    }
    return outcome
  }

  // MARK: Runtimes and cache

  /// The last part of DOWNLOAD_SOURCE, since the shell installs runtimes and works out keys.
  /// - Returns: whether it succeeded.
  private mutating func prepare(
    _ shell: any BuildShell, of engine: any Engine
  ) async throws -> Bool {
    var context: PhaseContext?
    do {
      try await selectRuntimes(in: shell, of: engine)
      try await restoreCache(in: shell)
    } catch let problem as RuntimeProblem {
      context = problem.context
      isPassing = false
    } catch is BuildStopped {}
    finish(.downloadSource, downloadStart ?? identity.startedAt, context: context)
    return context == nil
  }

  private func selectRuntimes(in shell: any BuildShell, of engine: any Engine) async throws {
    let runtimes = job.plan.runtimes
    guard !runtimes.isEmpty else { return }
    guard engine.runsHere else {
      return try await ContainerRuntimes(
        runtimes: runtimes, shell: shell, source: engine.sourceFolder(for: localSource),
        events: events, stop: stop
      ).apply()
    }
    let stop = stop
    let machine = RuntimeMachine(
      host: host, root: job.runtimeRoot, environment: environment, folder: localSource,
      isStopped: { stop.reason != nil })
    try await HostRuntimes(
      runtimes: runtimes, shell: shell, machine: machine, aliases: scratch.runtimes, events: events
    ).apply()
  }

  private mutating func restoreCache(in shell: any BuildShell) async throws {
    cache = await CacheSetup(
      job: job, scratch: scratch, host: host, events: events, stop: stop, shell: shell
    ).cache()
    try await cache?.restore(ShellEvaluator(shell: shell, succeeding: isSucceeding))
  }

  /// The last part of POST_BUILD.
  private func saveCache() async throws {
    do { try await cache?.save() } catch is BuildStopped {}
  }

  // MARK: After the phases

  private mutating func readExportedVariables(in shell: any BuildShell) async throws {
    exported = try await ShellEvaluator(shell: shell, succeeding: isSucceeding)
      .values(of: job.plan.exportedVariables)
    let hidden = job.plan.variables.filter(\.value.isSecret).map(\.name)
    for name in hidden where exported[name] != nil {
      exported[name] = SecretMask.replacement
    }
    exported = exported.mapValues(events.masked)
  }

  private mutating func uploadArtifacts(in shell: any BuildShell) async throws {
    // Without all phases there is nothing to expect, unless it was asked for.
    let isPartial = job.plan.phases.contains { $0.skippedBy != nil }
    let wantsArtifacts = !isPartial || job.artifacts != nil || job.artifactsInS3 != nil
    let wantsReports = !isPartial || job.reports != nil
    guard wantsArtifacts || wantsReports else { return }
    let start = begin(.uploadArtifacts)
    let stop = stop
    let evaluator = ShellEvaluator(shell: shell, succeeding: isSucceeding)
    let upload = ArtifactUpload(
      job: job, identity: identity, scratch: scratch, host: host, shell: shell, events: events,
      evaluator: evaluator, isStopped: { stop.reason != nil })
    let copy = ReportCopy(
      job: job, host: host, shell: shell, events: events, evaluator: evaluator,
      isStopped: { stop.reason != nil })
    var context: PhaseContext?
    if wantsArtifacts { context = try await Self.problem { try await upload.run() } }
    // Reports of failing tests matter most when nothing else was made.
    if wantsReports {
      let problem = try await Self.problem { try await copy.run() }
      context = context ?? problem
    }
    if context != nil { isPassing = false }
    finish(.uploadArtifacts, start, context: context)
  }

  /// What fails the phase; `nil` when it succeeded or was broken off.
  private static func problem(_ body: () async throws -> Void) async throws -> PhaseContext? {
    do {
      try await body()
      return nil
    } catch let problem as ArtifactProblem {
      return .client(problem.message)
    } catch is BuildStopped {
      return nil
    }
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

import BuildPlanning

/// Runs a build from its plan: the phases one after the other, then the artifacts.
package struct Runner: Sendable {
  private let host: Host
  private let engine: any Engine
  private let events: EventStream
  private let stop: StopControl

  package init(host: Host, engine: any Engine, events: EventStream, stop: StopControl) {
    self.host = host
    self.engine = engine
    self.events = events
    self.stop = stop
  }

  /// - Throws: when the tool itself cannot do its work; a build that fails is a result.
  package func run(_ job: RunJob) async throws -> BuildResult {
    let leftovers = ScratchLeftovers(host: host, stop: stop)
    let sweep = Task { await leftovers.remove() }
    let result: BuildResult
    do {
      result = try await build(job)
    } catch {
      await sweep.value
      throw error
    }
    await sweep.value
    return result
  }

  /// Runs one of several builds of this process, which does not look for what killed ones have left.
  /// - Parameter cleanup: removes the folders of the build when that can wait.
  /// - Throws: as above.
  package func run(_ job: RunJob, cleanup: Cleanup) async throws -> BuildResult {
    try await build(job, cleanup)
  }

  /// Ends and removes what builds whose tool was killed have left on this machine.
  package static func removeLeftovers(host: Host) async {
    await ScratchLeftovers(host: host, stop: StopControl()).remove()
  }

  private func build(_ job: RunJob, _ cleanup: Cleanup? = nil) async throws -> BuildResult {
    let identity = BuildIdentity(host: host)
    let timer = startTimer(job)
    defer { timer?.cancel() }
    // Before anything is told, so that it can be masked from the first event on.
    let secrets = try await secrets(of: job)
    var hidden = (try? secrets.get()) ?? SecretSet(values: job.secrets)
    hidden.credentials = credentials(of: job.plan)
    events.hide(hidden.mask)
    events.send(.buildStarted(BuildStart(identifier: identity.identifier, plan: job.plan)))
    for notice in job.plan.notices + Self.notices(secrets) { events.send(.notice(notice)) }
    if job.plan.phases.contains(where: { $0.retry != nil }) { events.keepTail() }
    var attempt = RetryRule(attempt: 0)
    while true {
      let (result, retried) = try await run(job, identity, secrets, attempt, cleanup)
      guard let retried, stop.reason == nil else {
        finish(job, result)
        return result
      }
      events.send(.notice(attempt.notice(retried)))
      attempt = RetryRule(attempt: attempt.attempt + 1)
    }
  }

  private func finish(_ job: RunJob, _ result: BuildResult) {
    // Who breaks off a build does not want to read more.
    if case .signal = result.stopReason {
    } else {
      events.send(.parityCompared(job.plan.parity.filter { !$0.topic.isGeneral }))
    }
    events.send(.buildFinished(result))
  }

  /// Runs the build once, in a folder of its own.
  /// - Returns: the result, and the phase whose failure makes the build begin again.
  private func run(
    _ job: RunJob, _ identity: BuildIdentity, _ secrets: Result<SecretSet, SecretFailure>,
    _ retry: RetryRule, _ cleanup: Cleanup?
  ) async throws -> (BuildResult, PlannedPhase?) {
    let scratch = try Scratch.create(host: host)
    var isRemoved = false
    defer { if !isRemoved { try? host.files.removeTree(scratch.root) } }
    var build = BuildRun(
      job: job, identity: identity, secrets: secrets, scratch: scratch, host: host, events: events,
      stop: stop, retry: retry)
    let result = try await build.run(on: engine)
    if let cleanup {
      isRemoved = true
      let files = host.files
      // What fails here is left to the next build.
      cleanup.add { try? files.removeTree(scratch.root) }
      return (result, build.retriedPhase)
    }
    do {
      try host.files.removeTree(scratch.root)
    } catch {
      events.send(.notice(PlanNotice(key: "scratch", message: "\(error)", place: nil)))
    }
    isRemoved = true
    return (result, build.retriedPhase)
  }

  /// The secrets, or why the build has failed before it began.
  private func secrets(of job: RunJob) async throws -> Result<SecretSet, SecretFailure> {
    // Most builds name none, and need not stand in line for a task.
    guard !job.plan.references.isEmpty else { return .success(SecretSet(values: job.secrets)) }
    let resolver = SecretResolver(job: job, host: host)
    let task = Task { try await resolver.resolve() }
    stop.setHandler { _ in task.cancel() }
    defer { stop.setHandler(nil) }
    do {
      return .success(try await task.value)
    } catch FetchProblem.refused(let context, let names) where stop.reason == nil {
      return .failure(SecretFailure(context, about: names, in: job.plan))
    } catch {
      // Nothing will run that could miss them.
      if stop.reason != nil { return .success(SecretSet(values: job.secrets)) }
      guard case FetchProblem.unavailable(let reason) = error else { throw error }
      throw FetchFailure(reason: reason, references: job.plan.references)
    }
  }

  private func credentials(of plan: RunPlan) -> [String] {
    let own = plan.variables.compactMap { variable -> (String, String)? in
      if case .text(let text) = variable.value { (variable.name, text) } else { nil }
    }
    return AWSCredentials.secrets(in: host.environment.merging(own) { _, own in own })
  }

  private static func notices(_ secrets: Result<SecretSet, SecretFailure>) -> [PlanNotice] {
    let set: SecretSet
    switch secrets {
    case .success(let found): set = found
    case .failure(let failure): return failure.notices
    }
    guard !set.unmasked.isEmpty else { return [] }
    let message =
      "\(set.unmasked.joined(separator: ", ")): a value of less than \(SecretForms.shortest) bytes "
      + "is not masked in the output"
    return [PlanNotice(key: "secrets", message: message, place: nil)]
  }

  private func startTimer(_ job: RunJob) -> Task<Void, Never>? {
    guard let seconds = job.plan.timeoutSeconds else { return nil }
    let (clock, stop, events) = (host.clock, stop, events)
    let early = seconds * 800
    return Task {
      do {
        try await clock.sleep(milliseconds: early)
        events.send(.notice(Self.timeoutNotice(seconds)))
        try await clock.sleep(milliseconds: seconds * 1_000 - early)
      } catch { return }
      stop.request(.timeout)
    }
  }

  private static func timeoutNotice(_ seconds: Int) -> PlanNotice {
    let left = (seconds + 4) / 5
    let message =
      "80 % of the time of the build are over; it is ended in \(left) s, after \(seconds) s in all"
    return PlanNotice(key: "timeout", message: message, place: nil)
  }
}

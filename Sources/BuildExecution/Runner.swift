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
    let identity = BuildIdentity(host: host)
    events.send(.buildStarted(BuildStart(identifier: identity.identifier, plan: job.plan)))
    for notice in job.plan.notices { events.send(.notice(notice)) }
    let timer = startTimer(job)
    defer { timer?.cancel() }
    let scratch = try Scratch.create(host: host)
    var isRemoved = false
    defer { if !isRemoved { try? host.files.removeTree(scratch.root) } }
    var build = BuildRun(
      job: job, identity: identity, scratch: scratch, host: host, events: events, stop: stop)
    let result = try await build.run(on: engine)
    do {
      try host.files.removeTree(scratch.root)
    } catch {
      events.send(.notice(PlanNotice(key: "scratch", message: "\(error)", place: nil)))
    }
    isRemoved = true
    events.send(.buildFinished(result))
    return result
  }

  private func startTimer(_ job: RunJob) -> Task<Void, Never>? {
    guard let seconds = job.plan.timeoutSeconds else { return nil }
    let (clock, stop) = (host.clock, stop)
    return Task {
      do { try await clock.sleep(milliseconds: seconds * 1_000) } catch { return }
      stop.request(.timeout)
    }
  }
}

package import BuildExecution
package import BuildPlanning

/// Runs a batch from its plan: each build starts the moment the last one that it waits for has ended and a
/// slot is free.
package struct BatchRunner: Sendable {
  private let plan: BatchPlan
  private let jobs: Int
  private let ranks: [Int64]?
  private let clock: any WallClock
  private let builder: any BatchBuilder
  private let events: BatchStream
  private let stop: StopControl
  private let turns: BuildTurns

  /// - Parameters:
  ///   - jobs: builds that run at once, at most.
  ///   - durations: microseconds that builds took earlier, by identifier.
  ///   - stop: ends the whole batch.
  ///   - processors: that the builds share.
  package init(
    _ plan: BatchPlan, jobs: Int, durations: [String: Int64] = [:], clock: any WallClock,
    builder: any BatchBuilder, events: BatchStream, stop: StopControl, processors: Int = 1
  ) {
    self.plan = plan
    self.jobs = jobs
    self.ranks = BuildRanks.ranks(plan, durations: durations)
    self.clock = clock
    self.builder = builder
    self.events = events
    self.stop = stop
    self.turns = BuildTurns(processors: processors)
  }

  /// - Parameter identifier: name of the batch.
  package func run(named identifier: String) async -> BatchResult {
    let whole = BatchStop(stop)
    let started = clock.now()
    events.send(.batchStarted(BatchStart(identifier: identifier, plan: plan, jobs: jobs)))
    for notice in plan.notices { events.send(.notice(notice)) }
    var state = BatchState(plan, at: started)
    var scheduler = BatchScheduler(plan, jobs: jobs, ranks: ranks)
    tell(scheduler.start(), &state)
    await withTaskGroup(of: (Int, BatchBuildResult).self) { group in
      while true {
        if stop.reason != nil { tell(scheduler.end(), &state) }
        while let build = scheduler.next() {
          let (readyAt, startedAt) = (state.readyAt(build), clock.now())
          let control = whole.control(of: build)
          let turn = turns.next()
          group.addTask(executorPreference: turn) {
            let start = BatchBuildStart(readyAt: readyAt, startedAt: startedAt)
            return await BuildExecutor.$current.withValue(turn) {
              (build, await run(build, start, control))
            }
          }
        }
        guard let (build, result) = await group.next() else { break }
        whole.forget(build)
        state.outcomes[build] = .built(result)
        events.send(.buildFinished(build, result))
        tell(scheduler.finish(build, result.status), &state)
        guard plan.failsFast, state.hasFailed(build) else { continue }
        tell(scheduler.end(), &state)
        whole.request(.batchFailed)
      }
    }
    stop.setHandler(nil)
    return await finish(state, startedAt: started)
  }

  private func run(
    _ build: Int, _ start: BatchBuildStart, _ control: StopControl
  ) async -> BatchBuildResult {
    var start = start
    let end = await builder.run(build, stop: control) { record in
      start.run = record
      events.send(.buildStarted(build, start))
    }
    return BatchBuildResult(
      status: end.status, start: start, finishedAt: clock.now(), problem: end.problem,
      failure: end.failure, exportedVariables: end.exportedVariables)
  }

  private func tell(_ skips: [BatchScheduler.Skip], _ state: inout BatchState) {
    for skip in skips {
      state.outcomes[skip.build] = .skipped(skip.reason)
      events.send(.buildSkipped(skip.build, skip.reason))
    }
  }

  private func finish(_ state: BatchState, startedAt: Timestamp) async -> BatchResult {
    let outcomes = state.outcomes.map { $0 ?? .skipped(.batchEnded) }
    var status = status(outcomes)
    if status == .succeeded, await !complete(outcomes) { status = .failed }
    let path = CriticalPath(plan, outcomes)
    let result = BatchResult(
      status: status, outcomes: outcomes, stopReason: stop.reason, startedAt: startedAt,
      finishedAt: clock.now(), criticalPath: path.builds, criticalTime: path.time,
      waitingTime: path.waiting)
    events.send(.batchFinished(result))
    return result
  }

  /// - Returns: whether it succeeded.
  private func complete(_ outcomes: [BatchResult.Outcome]) async -> Bool {
    let builds = outcomes.indices.filter { number in
      guard case .built(let result) = outcomes[number] else { return false }
      return result.status == .succeeded
    }
    do {
      if let notice = try await builder.complete(builds) { events.send(.notice(notice)) }
      return true
    } catch {
      events.send(.notice(PlanNotice(key: "artifacts", message: "\(error)", place: nil)))
      return false
    }
  }

  /// A build that failed and counts fails the batch; so does one that could not start because of it, which
  /// is told by the former alone.
  private func status(_ outcomes: [BatchResult.Outcome]) -> BuildStatus {
    if let reason = stop.reason { return reason.status }
    let hasFailed = zip(plan.builds, outcomes).contains { build, outcome in
      guard case .built(let result) = outcome else { return false }
      return result.status != .succeeded && !build.ignoresFailure
    }
    return hasFailed ? .failed : .succeeded
  }
}

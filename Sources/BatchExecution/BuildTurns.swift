import Dispatch
import Synchronization

/// Shares the processors among the builds of a batch: what the build that started first has to do goes before
/// the work of all others. If all took turns, each of many builds that start at once would come to its first
/// command only when all do.
final class BuildTurns: Sendable {
  private struct Work {
    let turn: BuildTurn
    let job: UnownedJob
    let arrival: Int
  }

  private struct State {
    /// What waits, the last to be done first.
    var waiting: [Work] = []
    var arrivals = 0
    var served = 0
    var idleThreads: Int
    var nextTurn = 0
  }

  /// One of so many pieces of work is the one that has waited longest, so that builds that never stop writing
  /// hold up nobody.
  private static let fairShare = 4

  private let state: Mutex<State>
  /// No more urgent than what the builds run.
  private let queue = DispatchQueue.global(qos: .default)

  /// Uses one thread more than there are processors, since a thread that copies a source waits for a disk.
  convenience init(processors: Int) { self.init(threads: max(1, processors) + 1) }

  /// - Parameter threads: that work at once.
  init(threads: Int) {
    state = Mutex(State(idleThreads: threads))
  }

  /// For the build that starts now.
  func next() -> BuildTurn {
    state.withLock { state in
      state.nextTurn += 1
      return BuildTurn(number: state.nextTurn, self)
    }
  }

  fileprivate func add(_ job: UnownedJob, of turn: BuildTurn) {
    let needsThread = state.withLock { state in
      let place =
        state.waiting.firstIndex { $0.turn.number <= turn.number } ?? state.waiting.count
      state.waiting.insert(Work(turn: turn, job: job, arrival: state.arrivals), at: place)
      state.arrivals += 1
      guard state.idleThreads > 0 else { return false }
      state.idleThreads -= 1
      return true
    }
    if needsThread { queue.async { self.work() } }
  }

  private func work() {
    while let work = take() { work.job.runSynchronously(on: work.turn.asUnownedTaskExecutor()) }
  }

  private func take() -> Work? {
    state.withLock { state in
      state.served += 1
      if state.served % Self.fairShare == 0,
        let oldest = state.waiting.indices.min(by: {
          state.waiting[$0].arrival < state.waiting[$1].arrival
        })
      {
        return state.waiting.remove(at: oldest)
      }
      let first = state.waiting.popLast()
      if first == nil { state.idleThreads += 1 }
      return first
    }
  }
}

/// The place of a build among those that share the processors.
final class BuildTurn: TaskExecutor {
  fileprivate let number: Int
  private let turns: BuildTurns

  fileprivate init(number: Int, _ turns: BuildTurns) {
    self.number = number
    self.turns = turns
  }

  func enqueue(_ job: consuming ExecutorJob) {
    turns.add(UnownedJob(job), of: self)
  }
}

package import BuildExecution
package import BuildPlanning

/// Decides which build of a batch starts next. It knows no clock and starts nothing: who runs the builds
/// asks `next` for as long as it gives one, and tells each end at once. No slot stays idle while a build
/// is ready, whatever level of the graph it is on.
package struct BatchScheduler {
  private enum State {
    case waiting, ready, running, ended, skipped
    /// Left out by the user: it ends, without having run, when those that it waits for have ended.
    case passing
  }

  /// A build that will never start.
  package struct Skip: Equatable, Sendable {
    package var build: Int
    package var reason: SkipReason
  }

  private let jobs: Int
  private let ranks: [Int64]
  private let children: [[Int]]
  private let ignoresFailure: [Bool]
  private var states: [State]
  /// Number of parents that have not ended.
  private var missing: [Int]
  private var ready = ReadyQueue()
  private var running = 0
  /// What the plan leaves out, for `start`.
  private let leftOut: [(Int, LeftOut)]

  /// - Parameters:
  ///   - jobs: builds that run at once, at most; at least 1.
  ///   - ranks: the higher of two goes first when both are ready, then the first of the file.
  package init(_ plan: BatchPlan, jobs: Int, ranks: [Int64]? = nil) {
    let builds = plan.builds
    self.jobs = max(1, jobs)
    self.ranks = ranks ?? Array(repeating: 0, count: builds.count)
    children = plan.children
    ignoresFailure = builds.map(\.ignoresFailure)
    states = Array(repeating: .waiting, count: builds.count)
    missing = builds.map(\.parents.count)
    leftOut = builds.enumerated().compactMap { number, build in
      build.leftOut.map { (number, $0) }
    }
  }

  /// Makes ready what waits for nothing. To be called once, before all else.
  package mutating func start() -> [Skip] {
    var skips: [Skip] = []
    for (number, why) in leftOut {
      if case .unsupported = why { states[number] = .skipped } else { states[number] = .passing }
      skips.append(Skip(build: number, reason: .leftOut(why)))
    }
    for (number, _) in leftOut where states[number] == .skipped {
      skips += skip(childrenOf: number, reason: SkipReason.parentSkipped)
    }
    makeReady(states.indices.filter { missing[$0] == 0 })
    return skips
  }

  /// The build that starts now; `nil` when all slots are taken or none is ready.
  package mutating func next() -> Int? {
    guard running < jobs, let number = ready.removeFirst() else { return nil }
    states[number] = .running
    running += 1
    return number
  }

  /// Takes the end of a build that `next` gave.
  /// - Returns: the builds that cannot start any more, since they wait for this one.
  package mutating func finish(_ build: Int, _ status: BuildStatus) -> [Skip] {
    running -= 1
    states[build] = .ended
    guard status == .succeeded || ignoresFailure[build] else {
      return skip(childrenOf: build) { $0 == build ? .parentFailed(build) : .parentSkipped($0) }
    }
    release(childrenOf: build)
    return []
  }

  /// Starts nothing any more.
  /// - Returns: all builds that have not begun.
  package mutating func end() -> [Skip] {
    ready = ReadyQueue()
    var skips: [Skip] = []
    for number in states.indices where states[number] == .waiting || states[number] == .ready {
      states[number] = .skipped
      skips.append(Skip(build: number, reason: .batchEnded))
    }
    return skips
  }

  private mutating func release(childrenOf build: Int) { makeReady(freed(by: build)) }

  /// The children that wait for nothing else.
  private mutating func freed(by build: Int) -> [Int] {
    for child in children[build] { missing[child] -= 1 }
    return children[build].filter { missing[$0] == 0 }
  }

  /// Takes builds that wait for nothing any more.
  private mutating func makeReady(_ builds: [Int]) {
    var free = builds
    while let build = free.popLast() {
      switch states[build] {
      case .waiting:
        states[build] = .ready
        ready.insert(build, rank: ranks[build])
      case .passing:
        states[build] = .skipped
        free += freed(by: build)
      case .ready, .running, .ended, .skipped: break
      }
    }
  }

  /// - Parameter reason: made of the build that its child waits for.
  private mutating func skip(
    childrenOf build: Int, reason: (_ parent: Int) -> SkipReason
  ) -> [Skip] {
    var skips: [Skip] = []
    var parents = [build]
    while let parent = parents.popLast() {
      for child in children[parent] where [.waiting, .passing].contains(states[child]) {
        // That the user has left it out was told at the start.
        if states[child] == .waiting { skips.append(Skip(build: child, reason: reason(parent))) }
        states[child] = .skipped
        parents.append(child)
      }
    }
    return skips
  }
}

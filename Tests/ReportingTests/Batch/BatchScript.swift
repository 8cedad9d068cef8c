import BatchExecution
import BuildExecution
import BuildPlanning
import BuildspecModel
import Diagnostics

@testable import Reporting

/// Makes the events of a batch, by hand and in any order.
struct BatchScript {
  let plan: BatchPlan
  private(set) var events: [(event: BatchEvent, time: Timestamp)] = []
  private var clock: Int64 = 0
  private var outcomes: [BatchResult.Outcome?]
  private var starts: [Int: BatchBuildStart] = [:]

  init(_ builds: [PlannedBuild], kind: BatchKind = .graph, jobs: Int = 2) {
    plan = BatchPlan(buildspecPath: "buildspec.yml", kind: kind, builds: builds)
    outcomes = Array(repeating: nil, count: builds.count)
    add(.batchStarted(BatchStart(identifier: "local:0000", plan: plan, jobs: jobs)))
  }

  static func time(_ milliseconds: Int64) -> Timestamp {
    // 2026-07-14 09:08:31.117086 UTC
    Timestamp(microseconds: 1_784_020_111_117_086 + milliseconds * 1_000)
  }

  var now: Timestamp { Self.time(clock) }

  mutating func wait(_ milliseconds: Int64) { clock += milliseconds }

  mutating func add(_ event: BatchEvent) { events.append((event, now)) }

  mutating func skip(_ build: Int, _ reason: SkipReason) {
    outcomes[build] = .skipped(reason)
    add(.buildSkipped(build, reason))
  }

  mutating func start(_ build: Int, waited milliseconds: Int64 = 0) {
    let start = BatchBuildStart(
      readyAt: Self.time(clock - milliseconds), startedAt: now, run: "20260714-\(build)")
    starts[build] = start
    add(.buildStarted(build, start))
    add(
      .build(build, .buildStarted(BuildStart(identifier: "local:000\(build)", plan: Self.member))))
    add(.build(build, .phaseStarted(.build)))
  }

  mutating func command(_ build: Int) {
    add(.build(build, .commandStarted(Self.command, phase: .build)))
  }

  mutating func output(_ build: Int, _ text: String) {
    add(.build(build, .output(Array(text.utf8)[...])))
  }

  mutating func endCommand(_ build: Int, _ status: Int32 = 0) {
    let result = CommandResult(
      command: Self.command, phase: .build, outcome: .exited(status), wasStopped: false,
      startedAt: now, finishedAt: now)
    add(.build(build, .commandFinished(result)))
  }

  /// Runs one command from its begin to its end.
  mutating func run(_ build: Int, _ text: String, _ status: Int32 = 0) {
    command(build)
    output(build, text)
    endCommand(build, status)
  }

  mutating func finish(
    _ build: Int, _ status: BuildStatus = .succeeded, problem: String? = nil,
    failure: String? = nil, exported: [String: String] = [:]
  ) {
    let start = starts[build] ?? BatchBuildStart(readyAt: now, startedAt: now)
    let context = PhaseContext(code: "COMMAND_EXECUTION_ERROR", message: "Error")
    let phase = PhaseResult(
      phase: .build, status: status, context: status == .succeeded ? nil : context,
      startedAt: start.startedAt, finishedAt: now)
    if problem == nil {
      add(.build(build, .phaseFinished(phase)))
      let result = BuildResult(
        status: status, phases: [phase], startedAt: start.startedAt, finishedAt: now)
      add(.build(build, .buildFinished(result)))
    }
    let result = BatchBuildResult(
      status: status, start: start, finishedAt: now, problem: problem, failure: failure,
      exportedVariables: exported)
    outcomes[build] = .built(result)
    add(.buildFinished(build, result))
  }

  mutating func end(
    _ status: BuildStatus = .succeeded, stop: StopReason? = nil, path: [Int] = [],
    waited milliseconds: Int64 = 0
  ) {
    let path = path.filter { outcomes.indices.contains($0) }
    let times = path.map { build -> Int64 in
      if case .built(let result) = outcomes[build] { result.microseconds } else { 0 }
    }
    let result = BatchResult(
      status: status, outcomes: outcomes.map { $0 ?? .skipped(.batchEnded) }, stopReason: stop,
      startedAt: Self.time(0), finishedAt: now, criticalPath: path,
      criticalTime: times.reduce(0, +), waitingTime: milliseconds * 1_000)
    add(.batchFinished(result))
  }

  /// What a report writes to both streams.
  func written(
    _ make: (RunOutput) -> any BatchEventSink
  ) -> (output: String, error: String) {
    let terminal = MemoryTerminal()
    var sink = make(RunOutput(terminal: terminal, onClosed: {}))
    for (event, time) in events { sink.receive(event, at: time) }
    sink.flush()
    return (terminal.output, terminal.error)
  }

  private static let source = SourceText(
    path: "buildspec.yml", text: "version: 0.2\nphases: {build: {commands: [mvn test]}}\n")

  private static let member = Planner.plan(
    BuildspecFile(source: source).buildspec, source: source,
    request: RunRequest(source: SourceFacts(directory: ".")))

  private static let command = PlannedCommand(
    text: "mvn test", list: .commands, index: 0,
    place: PlanPlace(path: "buildspec.yml", line: 2, column: 30, start: 42, end: 50))
}

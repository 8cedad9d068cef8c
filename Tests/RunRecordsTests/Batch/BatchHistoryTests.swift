import BatchExecution
import BuildExecution
import BuildPlanning
import Commands
import Synchronization
import SystemPackage
import TestSupport
import Testing

@testable import RunRecords

/// What earlier runs of a batch tell of it, read from their records.
struct BatchHistoryTests {
  /// Is a second later each time, so that the records are in order.
  private final class SteppingClock: WallClock {
    private let seconds = Atomic<Int64>(1_784_020_111)

    func now() -> Timestamp {
      Timestamp(microseconds: seconds.add(1, ordering: .relaxed).newValue * 1_000_000)
    }

    func sleep(milliseconds: Int) async throws {}
  }

  private let project: TemporaryDirectory
  private let batches: RunsFolder
  private let host: Host

  init() throws {
    let live = Host.live()
    host = Host(
      files: live.files, processes: live.processes, clock: SteppingClock(), environment: [:],
      terminal: live.terminal, randomness: live.randomness)
    project = try TemporaryDirectory()
    batches = .batches(of: FilePath(project.path), host: host)
  }

  private func plan(
    _ identifiers: [String], buildspec: String = "buildspec.yml"
  ) -> BatchPlan {
    BatchPlan(
      buildspecPath: buildspec, kind: .list,
      builds: identifiers.map { PlannedBuild(identifier: $0) })
  }

  /// Records a batch whose builds took so many microseconds; `nil` for one that failed.
  private func record(
    _ builds: KeyValuePairs<String, Int64?>, buildspec: String = "buildspec.yml"
  ) throws {
    let recorder = try BatchRecorder(in: batches, host: host)
    let start = host.clock.now()
    let plan = plan(builds.map(\.key), buildspec: buildspec)
    func send(_ event: BatchEvent) { _ = recorder.receive(event, at: start) }
    send(.batchStarted(BatchStart(identifier: "local:0", plan: plan, jobs: 2)))
    for (number, build) in builds.enumerated() {
      let result = BatchBuildResult(
        status: build.value == nil ? .failed : .succeeded,
        start: BatchBuildStart(readyAt: start, startedAt: start),
        finishedAt: Timestamp(microseconds: start.microseconds + (build.value ?? 1)))
      send(.buildFinished(number, result))
    }
    recorder.flush()
  }

  @Test func `each build took what it took when it succeeded last`() throws {
    try record(["a": 10, "b": 20, "c": 30])
    try record(["a": 11, "b": nil])
    let history = try BatchHistory(batches, buildspec: "./buildspec.yml")
    #expect(history.durations(of: plan(["a", "b", "d"])) == ["a": 11, "b": 20])
    #expect(history.latest?.builds.map(\.identifier) == ["a", "b"])
  }

  @Test func `records of other batches and broken ones are passed over`() throws {
    try record(["a": 10])
    try record(["a": 20], buildspec: "other.yml")
    try record(["a": 30])
    let broken = try #require(try batches.runs().first)
    try host.files.append(Array("no JSON\n".utf8), to: broken.document)
    let history = try BatchHistory(batches, buildspec: "buildspec.yml")
    #expect(history.durations(of: plan(["a"])) == ["a": 10])
    #expect(try BatchHistory(batches, buildspec: "none.yml").latest == nil)
  }
}

import BatchExecution
import BuildExecution
import BuildPlanning
import Synchronization
import TestSupport
import Testing

@testable import Reporting

/// The tree, as a terminal shows it.
struct BatchTreeTests {
  private static func state(
    _ terminal: ScreenTerminal, isVerbose: Bool = false
  ) -> TreeState {
    TreeState(
      output: RunOutput(terminal: terminal, onClosed: {}), terminal: terminal,
      style: Style(isColored: true), isVerbose: isVerbose)
  }

  /// Shows the events up to `count`, and a picture after them.
  private static func screen(
    _ script: BatchScript, columns: Int = 80, rows: Int = 24, isVerbose: Bool = false
  ) -> Screen {
    let terminal = ScreenTerminal(columns: columns, rows: rows)
    var state = state(terminal, isVerbose: isVerbose)
    for (event, time) in script.events { state.receive(event, at: time) }
    state.tick(at: Timestamp(microseconds: script.now.microseconds + 1_000_000))
    return terminal.screen
  }

  private static func running(_ count: Int) -> BatchScript {
    var script = BatchScript(
      (0..<(count + 3)).map { PlannedBuild(identifier: "b\($0)") }, jobs: count)
    for build in 0..<count {
      script.start(build)
      script.command(build)
      script.output(build, "first\nline of \(build)\n")
      script.wait(1_000)
    }
    return script
  }

  @Test func `builds that run`() {
    #expect(
      Self.screen(Self.running(2)).visible == [
        "buildspec.yml  build-graph, 5 builds, 2 at once  local:0000",
        "▸ b0  BUILD              0:03  line of 0", "▸ b1  BUILD              0:02  line of 1",
        "0:03  2 running, 3 waiting",
      ])
  }

  @Test func `a long name is cut to a third of the width`() {
    var script = BatchScript(
      ["a", String(repeating: "long", count: 25)].map { PlannedBuild(identifier: $0) })
    for build in 0...1 { script.start(build) }
    #expect(
      Self.screen(script, columns: 40).visible.suffix(3) == [
        "▸ a               0:01", "▸ longlonglong…   0:01", "0:01  2 running",
      ])
  }

  @Test func `those that run the longest where not all fit`() {
    let screen = Self.screen(Self.running(20), columns: 40, rows: 5)
    #expect(
      screen.visible.dropFirst() == [
        "▸ b0    0:21  line of 0", "▸ b1    0:20  line of 1", "… and 18 more",
        "0:21  20 running, 3 waiting",
      ])
    #expect(!screen.showsCursor)
  }

  @Test(arguments: [1, 2, 3])
  func `a terminal of few rows has the counts`(rows: Int) {
    let screen = Self.screen(Self.running(20), columns: 40, rows: rows)
    #expect(screen.visible.last == "0:21  20 running, 3 waiting")
  }

  @Test func `the whole of a batch`() throws {
    let screen = Self.screen(SampleBatches.mixed, isVerbose: true)
    #expect(screen.showsCursor)
    #expect(screen.unknown.isEmpty)
    let text = screen.lines.map { "\($0)\n" }.joined()
    try Snapshot.expect(text, in: Snapshot.path("Snapshots/batch.tree.txt"))
  }

  @Test(arguments: [20, 21, 40, 79, 200])
  func `nothing of the output steers the terminal`(columns: Int) throws {
    let screen = Self.screen(SampleBatches.hostile, columns: columns)
    #expect(screen.unknown.isEmpty)
    let text = screen.lines.map { "\($0)\n" }.joined()
    try Snapshot.expect(text, in: Snapshot.path("Snapshots/batch.tree-hostile.txt"))
  }

  @Test func `a batch of 500 builds that all fail or are skipped is not endless`() {
    var script = BatchScript((0..<500).map { PlannedBuild(identifier: "b\($0)") })
    script.start(0)
    script.finish(0, .failed)
    for build in 1..<500 { script.skip(build, .batchEnded) }
    script.end(.failed)
    let lines = Self.screen(script).lines
    #expect(lines.count < 60)
    #expect(lines.contains("- … and 494 more builds are skipped"))
    #expect(lines.last == "")
    let end =
      "FAILED: b0; 499 of 500 builds were skipped: b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, "
    #expect(lines.dropLast().last == end + "… and 489 more")
  }

  @Test func `at most ten pictures a second, however much is written`() {
    let terminal = ScreenTerminal(columns: 80, rows: 24)
    var state = Self.state(terminal)
    var script = BatchScript([PlannedBuild(identifier: "a")])
    script.start(0)
    script.command(0)
    for number in 0..<1_000 {
      script.output(0, "\(number)\n")
      script.wait(1)
    }
    for (event, time) in script.events { state.receive(event, at: time) }
    #expect((9...11).contains(terminal.writes))
  }

  @Test func `nothing is written when nothing has changed`() {
    let terminal = ScreenTerminal(columns: 80, rows: 24)
    var state = Self.state(terminal)
    for (event, time) in Self.running(1).events { state.receive(event, at: time) }
    let times = (1...50).map { BatchScript.time(1_000 + 100 * $0) }
    for time in times { state.tick(at: time) }
    // Five seconds have passed.
    #expect((5...8).contains(terminal.writes))
  }

  @Test func `a clock that was set back does not stop the pictures`() {
    let terminal = ScreenTerminal(columns: 80, rows: 24)
    var state = Self.state(terminal)
    for (event, time) in Self.running(1).events { state.receive(event, at: time) }
    let before = terminal.writes
    state.tick(at: BatchScript.time(-3_600_000))
    #expect(terminal.writes == before + 1)
  }

  @Test func `a command that writes nothing is shown, and notices once`() {
    var script = BatchScript((0..<2).map { PlannedBuild(identifier: "b\($0)") })
    let notice = PlanNotice(key: "cache", message: "not here", place: nil)
    for build in 0..<2 {
      script.start(build)
      script.add(.build(build, .notice(notice)))
      script.command(build)
    }
    let lines = Self.screen(script).visible
    #expect(lines.count { $0.contains("cache: not here") } == 1)
    #expect(lines.count { $0.contains("$ mvn test") } == 2)
  }

  @Test func `the terminal is given back without an end of the batch`() {
    let terminal = ScreenTerminal(columns: 80, rows: 24)
    var state = Self.state(terminal)
    for (event, time) in Self.running(3).events { state.receive(event, at: time) }
    #expect(!terminal.screen.showsCursor)
    state.flush()
    #expect(terminal.screen.showsCursor)
    #expect(!terminal.screen.visible.contains { $0.contains("▸") })
    state.flush()
    #expect(terminal.screen.text.last == "")
  }

  /// A clock whose seconds pass in a millisecond.
  private final class FastClock: WallClock {
    private let passed = Mutex<Int64>(0)

    func now() -> Timestamp { passed.withLock { BatchScript.time($0) } }

    func sleep(milliseconds: Int) async throws {
      try await Task.sleep(for: .milliseconds(1))
      passed.withLock { $0 += 1_000 }
    }
  }

  @Test func `time goes on while nothing happens, and ends with the report`() async throws {
    let terminal = ScreenTerminal(columns: 80, rows: 24)
    do {
      let tree = BatchTree(
        output: RunOutput(terminal: terminal, onClosed: {}), terminal: terminal,
        clock: FastClock(), style: Style(isColored: false), isVerbose: false)
      for (event, time) in Self.running(1).events { tree.receive(event, at: time) }
      while !terminal.screen.visible.contains(where: { $0.contains("0:20  line of 0") }) {
        try await Task.sleep(for: .milliseconds(1))
      }
      #expect(!terminal.screen.showsCursor)
    }
    while !terminal.screen.showsCursor { try await Task.sleep(for: .milliseconds(1)) }
  }
}

import BatchExecution
import BuildExecution
import BuildPlanning
import TestSupport
import Testing

@testable import Reporting

/// Builds that write at once, cut anywhere.
struct BatchInterleavingTests {
  /// Steps that builds take in turns, in an order by chance. What a build writes names it.
  private static func script(_ random: inout SeededRandom) -> BatchScript {
    let count = Int.random(in: 2...9, using: &random)
    var script = BatchScript((0..<count).map { PlannedBuild(identifier: "b\($0)") }, jobs: count)
    var steps = Array(repeating: Int.random(in: 5...25, using: &random), count: count)
    for build in 0..<count {
      script.start(build)
      script.command(build)
    }
    while let build = steps.indices.filter({ steps[$0] > 0 }).randomElement(using: &random) {
      steps[build] -= 1
      script.wait(Int64.random(in: 0...60, using: &random))
      script.output(build, text(of: build, &random))
      guard steps[build] == 0 else { continue }
      let status: Int32 = random.chance(3) ? 1 : 0
      script.endCommand(build, status)
      script.finish(build, status == 0 ? .succeeded : .failed)
    }
    script.end(path: [0])
    return script
  }

  private static func text(of build: Int, _ random: inout SeededRandom) -> String {
    let word = "<\(build)>"
    let parts = [
      "\(word)\n", "\(word)", "\(word) 全角 \(word)\n", "\n", "\u{1B}[32m\(word)\u{1B}[0m\n",
      "\(word)\r\(word)", "\u{1B}[2J\u{1B}[3A\(word)\r\n",
      String(repeating: word, count: 80) + "\n", "\u{1B}]0;\(word)\u{07}\(word)\n",
    ]
    return (0..<Int.random(in: 1...4, using: &random)).map { _ in random.pick(parts) }.joined()
  }

  /// Whether a line that is about a build has words of another one.
  private static func isMixed(_ line: String, builds: Int) -> Bool {
    let named = (0..<builds).filter { line.contains("[b\($0)]") || line.contains("▸ b\($0) ") }
    let words = (0..<builds).filter { line.contains("<\($0)>") }
    return named.count > 1 || words.contains { !named.isEmpty && named != [$0] }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `a line of the log is of one build, and all of its lines are there`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let script = Self.script(&random)
    let written = script.written {
      BatchLog(output: $0, style: Style(isColored: false), isVerbose: false)
    }.output
    let lines = written.split(separator: "\n", omittingEmptySubsequences: false)
    for build in script.plan.builds.indices {
      let prefix = "[b\(build)] "
      let own = lines.filter { $0.hasPrefix(prefix) }.map {
        $0.replacing("\r\(prefix)", with: "\r").dropFirst(prefix.count)
      }
      #expect(own.dropLast().joined(separator: "\n") + "\n" == Self.alone(build, in: script))
    }
    #expect(!lines.contains { Self.isMixed(String($0), builds: script.plan.builds.count) })
  }

  /// What `run --log codebuild` would have written; a carriage return at the end of a line is not kept.
  private static func alone(_ build: Int, in script: BatchScript) -> String {
    let terminal = MemoryTerminal()
    var log = RunCodeBuildLog(output: RunOutput(terminal: terminal, onClosed: {}))
    for case (.build(build, let event), let time) in script.events { log.receive(event, at: time) }
    return terminal.output.replacing("\r\n", with: "\n")
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `the tree mixes no builds and leaves no picture behind`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    expectTree(Self.script(&random), rows: Int.random(in: 3...30, using: &random), &random) { _ in
      nil
    }
  }

  /// Rows that a narrow terminal has moved out at its top are out of reach, so there is room for all.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `the tree keeps its place when the width changes`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    expectTree(Self.script(&random), rows: 150, &random) { random in
      random.chance(20) ? Int.random(in: 20...200, using: &random) : nil
    }
  }

  /// - Parameter newWidth: asked before each event; `nil` leaves the width as it is.
  private func expectTree(
    _ script: BatchScript, rows: Int, _ random: inout SeededRandom,
    _ newWidth: (inout SeededRandom) -> Int?
  ) {
    let terminal = ScreenTerminal(columns: Int.random(in: 20...200, using: &random), rows: rows)
    var state = TreeState(
      output: RunOutput(terminal: terminal, onClosed: {}), terminal: terminal,
      style: Style(isColored: false), isVerbose: false)
    for (event, time) in script.events {
      if let width = newWidth(&random) { terminal.resize(to: width) }
      if random.chance(20) { terminal.type("^C") }
      let before = terminal.writes
      state.receive(event, at: time)
      guard terminal.writes > before else { continue }
      let visible = terminal.screen.visible
      #expect(!visible.contains { Self.isMixed($0, builds: script.plan.builds.count) })
      #expect(visible.count { $0.contains(" running") } <= 1)
    }
    let screen = terminal.screen
    #expect(screen.unknown.isEmpty)
    #expect(screen.showsCursor)
    #expect(screen.lines == Self.calm(script))
  }

  /// The lines that stay, as a terminal with room for all shows them.
  private static func calm(_ script: BatchScript) -> [String] {
    let terminal = ScreenTerminal(columns: 10_000, rows: 1_000)
    var state = TreeState(
      output: RunOutput(terminal: terminal, onClosed: {}), terminal: terminal,
      style: Style(isColored: false), isVerbose: false)
    for (event, time) in script.events { state.receive(event, at: time) }
    return terminal.screen.lines
  }
}

import BatchExecution
import BuildExecution
import BuildPlanning
import JSONSyntax
import TestSupport
import Testing

@testable import Reporting

/// Each report of a batch, made from the same events.
struct BatchReportTests {
  private func expect(
    _ name: String, _ script: BatchScript, _ make: (RunOutput) -> any BatchEventSink,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let written = script.written(make)
    let text = "\(written.output)--- standard error\n\(written.error)"
    try Snapshot.expect(text, in: Snapshot.path("Snapshots/\(name)"), location)
  }

  private static func log(_ output: RunOutput) -> any BatchEventSink {
    BatchLog(output: output, style: Style(isColored: false), isVerbose: false)
  }

  private static func quiet(_ output: RunOutput) -> any BatchEventSink {
    BatchQuiet(output: output, style: Style(isColored: false))
  }

  @Test func `the log`() throws {
    try expect("batch.log.txt", SampleBatches.mixed, Self.log)
  }

  @Test func `the log in colors`() throws {
    try expect("batch.log-colored.txt", SampleBatches.mixed) {
      BatchLog(output: $0, style: Style(isColored: true), isVerbose: false)
    }
  }

  @Test func `the log of a batch that failed fast`() throws {
    try expect("batch.log-fast.txt", SampleBatches.failedFast, Self.log)
  }

  @Test func `the log of hostile names and output`() throws {
    try expect("batch.log-hostile.txt", SampleBatches.hostile, Self.log)
  }

  @Test func `JSON Lines`() throws {
    try expect("batch.jsonl", SampleBatches.mixed) { BatchJSONLines(output: $0) }
  }

  @Test func `the quiet report`() throws {
    try expect("batch.quiet.txt", SampleBatches.mixed, Self.quiet)
  }

  @Test func `the quiet report of a batch that failed fast`() throws {
    try expect("batch.quiet-fast.txt", SampleBatches.failedFast, Self.quiet)
  }

  @Test func `the quiet report of a batch that went well is one line`() {
    let written = SampleBatches.good.written(Self.quiet)
    #expect(written.output == "")
    #expect(written.error == "SUCCEEDED\n")
  }

  @Test func `the table of many builds has those that matter`() {
    let lines = SampleBatches.many(200).written(Self.quiet).error.split(separator: "\n")
    #expect(lines.last == "FAILED: build_7")
    let log = SampleBatches.many(200).written(Self.log).output
    let table = log.split(separator: "\n").drop { !$0.hasPrefix("[build_199] SUCCEEDED in") }
    #expect(table.contains("  200 builds: 199 succeeded, 1 failed"))
    #expect(table.count { $0.contains("SUCCEEDED") } == 20)
    #expect(table.contains { $0.contains("✗ build_7 ") })
  }

  @Test func `all of many builds when verbose`() {
    let log = SampleBatches.many(200).written {
      BatchLog(output: $0, style: Style(isColored: false), isVerbose: true)
    }
    #expect(log.output.split(separator: "\n").count { $0.hasPrefix("  ✓ build_") } == 199)
  }

  @Test(arguments: 0..<3)
  func `each line of JSON is one value`(index: Int) throws {
    let script = [SampleBatches.mixed, SampleBatches.hostile, SampleBatches.failedFast][index]
    let lines = script.written { BatchJSONLines(output: $0) }.output.split(separator: "\n")
    #expect(lines.count >= script.events.count)
    for line in lines {
      var reader = JSONReader(Array(line.utf8))
      _ = try reader.value()
      #expect(reader.isAtEnd)
    }
  }

  @Test func `a line without an end is handed on in parts, between characters`() {
    var script = BatchScript([PlannedBuild(identifier: "a")])
    script.start(0)
    script.command(0)
    let text = String(repeating: "全角 ", count: 50_000)
    script.output(0, text)
    let written = script.written(Self.log).output
    let lines = written.split(separator: "\n").filter { $0.contains("全角") }
    #expect(lines.count == text.utf8.count / BuildLines.limit + 1)
    #expect(lines.map { $0.dropFirst("[a] ".count) }.joined() == text)
  }

  @Test func `no more is kept of a build than the end of its output`() throws {
    var script = BatchScript([PlannedBuild(identifier: "a")])
    script.start(0)
    script.command(0)
    for number in 0..<20_000 { script.output(0, "line \(number)\n") }
    script.output(0, String(repeating: "x", count: 100_000) + "\nlast\n")
    script.endCommand(0, 1)
    var progress = BatchProgress()
    for (event, _) in script.events { progress.receive(event) }
    let start = BatchBuildStart(readyAt: script.now, startedAt: script.now)
    let result = BatchBuildResult(status: .failed, start: start, finishedAt: script.now)
    let failure = try #require(progress.failure(of: 0, at: result))
    #expect(failure.lines.last == "last")
    #expect(failure.lines.joined().utf8.count <= 8 * 1024)
    progress.receive(.buildFinished(0, result))
    #expect(progress.running.isEmpty)
  }

  /// The lines of one build, without the key that names it.
  @Test func `a build's lines of JSON are those of a run`() {
    let script = SampleBatches.mixed
    let terminal = MemoryTerminal()
    var run = RunJSONLines(output: RunOutput(terminal: terminal, onClosed: {}))
    for case (.build(1, let event), let time) in script.events { run.receive(event, at: time) }
    let lines = script.written { BatchJSONLines(output: $0) }.output.split(separator: "\n")
    let member = "\"member\":\"unit\","
    let own = lines.filter { $0.contains(member) && !$0.contains("\"event\":\"member") }
    let text = own.map { $0.replacing(member, with: "", maxReplacements: 1) + "\n" }.joined()
    #expect(text == terminal.output)
  }
}

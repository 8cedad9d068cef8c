import BatchExecution
import BuildExecution
import BuildPlanning
import BuildspecModel
import Commands
import Diagnostics
import Reporting
import Synchronization
import SystemPackage
import TestSupport
import Testing

@testable import RunRecords

/// The log of each build in a file of its own.
struct LogFolderTests {
  private static let time = Timestamp(microseconds: 1_784_020_111_117_086)
  private static let files = Host.live().files

  private static func events(_ text: String) -> [RunEvent] {
    let source = SourceText(
      path: "buildspec.yml", text: "version: 0.2\nphases: {build: {commands: [make]}}\n")
    let plan = Planner.plan(
      BuildspecFile(source: source).buildspec, source: source,
      request: RunRequest(source: SourceFacts(directory: ".")))
    let command = plan.phases[2].commands[0]
    let result = CommandResult(
      command: command, phase: .build, outcome: .exited(127), wasStopped: false, startedAt: time,
      finishedAt: time)
    return [
      .buildStarted(BuildStart(identifier: "local:0", plan: plan)),
      .sourceReady(SourceReady(folder: "/src", copiedFiles: 1)),
      .notice(PlanNotice(key: "cache", message: "a notice", place: nil)),
      .commandStarted(command, phase: .build), .output(Array(text.utf8)[...]),
      .commandFinished(result),
    ]
  }

  private static func start(_ identifiers: [String]) -> BatchEvent {
    let builds = identifiers.map { PlannedBuild(identifier: $0) }
    let plan = BatchPlan(buildspecPath: "buildspec.yml", kind: .list, builds: builds)
    return .batchStarted(BatchStart(identifier: "local:0", plan: plan, jobs: 2))
  }

  private static let begin = BatchBuildStart(readyAt: time, startedAt: time)

  private static func end(_ problem: String? = nil) -> BatchBuildResult {
    BatchBuildResult(status: .failed, start: begin, finishedAt: time, problem: problem)
  }

  /// What is told of the events.
  private static func send(_ events: [BatchEvent], to logs: inout LogFolder) -> [PlanNotice] {
    events.compactMap { logs.receive($0, at: time) }
  }

  /// What a run shows on a terminal.
  private static func shown(_ events: [RunEvent]) -> String {
    final class Shown: Terminal {
      let bytes = Mutex<[UInt8]>([])
      func isInteractive(_ stream: StandardStream) -> Bool { false }
      func write(_ bytes: ArraySlice<UInt8>, to stream: StandardStream) {
        self.bytes.withLock { $0 += bytes }
      }
    }
    let terminal = Shown()
    var log = RunCodeBuildLog(output: RunOutput(terminal: terminal, onClosed: {}))
    for event in events { log.receive(event, at: time) }
    return terminal.bytes.withLock { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `a log is what a run shows, and is there while the build runs`() throws {
    let folder = try TemporaryDirectory()
    var logs = try LogFolder(FilePath(folder.file("deep/logs")), files: Self.files)
    let events = Self.events("hello\nworld")
    var notices = Self.send([Self.start(["a", "b/c"]), .buildStarted(1, Self.begin)], to: &logs)
    notices += Self.send(events.dropLast().map { .build(1, $0) }, to: &logs)
    #expect(try folder.read("deep/logs/b_c.log").hasSuffix("Running command make\nhello\nworld"))
    notices += Self.send([.build(1, events[5]), .buildFinished(1, Self.end())], to: &logs)
    #expect(try folder.read("deep/logs/b_c.log") == Self.shown(events))
    #expect(notices.isEmpty)
    #expect(!folder.names("deep/logs").contains("a.log"))
  }

  @Test func `a build that cannot be built tells why`() throws {
    let folder = try TemporaryDirectory()
    var logs = try LogFolder(FilePath(folder.path), files: Self.files)
    let events = [
      Self.start(["a"]), .buildStarted(0, Self.begin),
      .buildFinished(0, Self.end("x.yml: no such file")),
    ]
    #expect(Self.send(events, to: &logs).isEmpty)
    #expect(try folder.read("a.log") == "buildspec: x.yml: no such file\n")
  }

  @Test func `a log of an earlier batch is replaced, or removed when it would mislead`() throws {
    let names = ["run", "skipped", "done"]
    let folder = try TemporaryDirectory(
      Dictionary(uniqueKeysWithValues: names.map { ("\($0).log", "old") } + [("other.log", "old")]))
    var logs = try LogFolder(FilePath(folder.path), files: Self.files)
    let events = [
      Self.start(names), .buildStarted(0, Self.begin), .buildFinished(0, Self.end()),
      .buildSkipped(1, .parentFailed(0)), .buildSkipped(2, .leftOut(.done("b"))),
    ]
    #expect(Self.send(events, to: &logs).isEmpty)
    #expect(folder.names() == ["done.log", "other.log", "run.log"])
    #expect(try folder.read("run.log") == "")
  }

  @Test func `what is no log is not removed, and a link is not followed`() throws {
    let folder = try TemporaryDirectory(["a.log/mine": "mine", "target": "mine"])
    try Self.files.createLink(FilePath(folder.file("b.log")), to: "target")
    var logs = try LogFolder(FilePath(folder.path), files: Self.files)
    let events = [
      Self.start(["a", "b"]), .buildStarted(0, Self.begin), .buildStarted(1, Self.begin),
    ]
    let notices = Self.send(
      events + Self.events("x").map { .build(1, $0) } + [.buildFinished(1, Self.end())], to: &logs)
    #expect(notices.count == 1)
    #expect(notices.first?.message.contains("something that is no file is in its place") == true)
    #expect(try folder.read("a.log/mine") == "mine")
    #expect(try folder.read("target") == "mine")
    #expect(try folder.read("b.log").contains("Running command make"))
  }

  @Test func `a full disk is told once`() async throws {
    let folder = try TemporaryDirectory(["small/x": ""])
    let place = folder.file("small")
    let mounted = try await Tool.run(
      "/usr/bin/env", ["mount", "-t", "tmpfs", "-o", "size=64k", "none", place], in: "/")
    guard mounted.status == 0 else {
      return withKnownIssue("a small file system cannot be mounted here", isIntermittent: true) {}
    }
    var logs = try LogFolder(FilePath(place), files: Self.files)
    let large = Self.events(String(repeating: "line\n", count: 100_000))
    var events = [Self.start(["a", "b"])]
    for build in 0...1 {
      events.append(.buildStarted(build, Self.begin))
      events += large.map { .build(build, $0) }
      events.append(.buildFinished(build, Self.end()))
    }
    let notices = Self.send(events, to: &logs)
    _ = try await Tool.run("/usr/bin/env", ["umount", place], in: "/")
    #expect(notices.count == 1)
    #expect(notices.first?.key == "log-dir")
    #expect(notices.first?.message.hasSuffix("No space left on device") == true)
  }

  @Test func `logs of builds that have ended are closed`() throws {
    #if os(Linux)
      let folder = try TemporaryDirectory()
      var logs = try LogFolder(FilePath(folder.path), files: Self.files)
      _ = Self.send([Self.start((0..<500).map { "b\($0)" })], to: &logs)
      let events = Self.events("hello\n")
      for build in 0..<500 {
        _ = Self.send([.buildStarted(build, Self.begin)], to: &logs)
        _ = Self.send(
          events.map { .build(build, $0) } + [.buildFinished(build, Self.end())], to: &logs)
      }
      let open = try Self.files.list("/proc/self/fd").filter { entry in
        let target = try? Self.files.linkTarget(FilePath("/proc/self/fd").appending(entry.name))
        return target?.string.hasPrefix(folder.path) == true
      }
      #expect(open.isEmpty)
      #expect(folder.names().count == 500)
    #endif
  }

  @Test func `a folder that cannot be made is an error`() throws {
    let folder = try TemporaryDirectory(["file": ""])
    #expect(throws: FileProblem.self) {
      _ = try LogFolder(FilePath(folder.file("file/logs")), files: Self.files)
    }
  }
}

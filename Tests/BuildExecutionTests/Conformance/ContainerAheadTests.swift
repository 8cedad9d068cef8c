import BuildExecution
import BuildPlanning
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Commands that a container is sent before the tool asks for them.
@Suite(
  .enabled(if: TestEngine.isThere, "no Docker engine answers, or no images can be made for it"),
  .timeLimit(.minutes(10)))
struct ContainerAheadTests {
  /// - Parameter commands: each one line.
  private func build(
    _ commands: [String], finally: [String] = [], version: String = "0.2",
    flavour: Flavour = .dash
  ) async throws -> ContainerBuild {
    func list(_ name: String, _ items: [String]) -> String {
      guard !items.isEmpty else { return "" }
      return "    \(name):\n" + items.map { "      - |-\n        \($0)\n" }.joined()
    }
    return try await ContainerBuild(
      "version: \(version)\nphases:\n  build:\n"
        + list("commands", commands) + list("finally", finally), flavour: flavour)
  }

  /// What a kept container wrote to a file; removes it.
  private func kept(_ file: String, of done: FinishedBuild) async throws -> [String] {
    let identifier = ContainerBuild.identifier(done)
    let container = try #require(try await ContainerBuild.containers(identifier).first)
    let read = ["docker", "exec", container, "sh", "-c", "[ ! -e \(file) ] || cat \(file)"]
    var outcome: Tool.Outcome
    repeat {
      // The request to end may come after the build, and then ends this, too.
      outcome = try await Tool.run(
        "/usr/bin/env", read, in: "/", environment: TestEngine.environment)
    } while [126, 137, 143].contains(outcome.status)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(outcome.status == 0)
    try await ContainerBuild.docker("rm", "--force", container)
    return lines
  }

  /// The events of commands, in short: `start 0`, `0\n`, `end 0` and so on.
  private func story(_ done: FinishedBuild) -> [String] {
    var story: [String] = []
    var output: [UInt8] = []
    for (event, _) in done.events {
      if case .output(let bytes) = event { output += bytes }
      guard event.isOfCommand else { continue }
      if !output.isEmpty { story.append(String(decoding: output, as: UTF8.self)) }
      output = []
      if case .commandStarted(let command, _) = event { story.append("start \(command.index)") }
      if case .commandFinished(let result) = event { story.append("end \(result.command.index)") }
    }
    return story
  }

  @Test(arguments: Flavour.allCases)
  func `output comes after the start of its command`(_ flavour: Flavour) async throws {
    let done = try await build((0..<60).map { "echo \($0)" }, flavour: flavour).build.run { event in
      // Time enough for what was sent ahead to write.
      if case .commandFinished(let result) = event, result.command.index % 6 == 0 { nap(0.02) }
    }
    #expect(done.status == .succeeded)
    #expect(story(done) == (0..<60).flatMap { ["start \($0)", "\($0)\n", "end \($0)"] })
  }

  @Test func `much output of a command that was not asked for yet waits`() async throws {
    let commands = ["true", "yes 0123456 | head -n 1000000", "echo end"]
    let done = try await build(commands).build.run { event in
      if case .commandFinished(let result) = event, result.command.index == 0 { nap(0.5) }
    }
    #expect(done.output.utf8.count == 8_000_004)
    #expect(
      story(done).map { $0.prefix(7) } == [
        "start 0", "end 0", "start 1", "0123456", "end 1", "start 2", "end\n", "end 2",
      ])
  }

  @Test(arguments: ["false", "exit 3", "set -e; false", "kill -KILL $$"])
  func `nothing follows a failure`(_ failing: String) async throws {
    let done = try await build(
      ["true", failing, "echo ran >> /tmp/ran"], finally: ["true", "cat /tmp/ran || echo clean"]
    ).build.run()
    #expect(done.status == .failed)
    #expect(done.lines.last == "clean")
    #expect(done.commands.count == 4)
  }

  @Test func `what a command changes holds for the one that was sent ahead`() async throws {
    var commands = ["mkdir d", "A=0"]
    for number in 1...40 { commands += ["cd d; A=\(number)", "echo ${PWD##*/} $A", "cd .."] }
    let done = try await build(commands + ["A=9; exit 0", "echo $A"]).build.run()
    #expect(done.lines == (1...40).map { "d \($0)" } + ["40"])
  }

  @Test func `in version 0.1 nothing carries over`() async throws {
    let done = try await build(
      ["A=1; cd /tmp", "echo ${A-none} ${PWD##*/}", "echo two", "false", "echo never"],
      version: "0.1"
    ).build.run()
    #expect(done.lines == ["none src", "two"])
    #expect(done.status == .failed)
  }

  @Test func `a long script is sent when its turn has come`() async throws {
    let long = String(repeating: "x", count: 40_000)
    let done = try await build(["true", ": \(long); echo long", "echo next"]).build.run()
    #expect(done.lines == ["long", "next"])
  }

  // MARK: A driver that is lost

  @Test(arguments: Flavour.allCases)
  func `a lost driver runs nothing that was sent ahead`(_ flavour: Flavour) async throws {
    let done = try await build(
      ["echo one >> /tmp/ran", "kill -KILL $PPID; echo two >> /tmp/ran", "echo three >> /tmp/ran"],
      finally: ["cat /tmp/ran", "echo on"], flavour: flavour
    ).build.run()
    #expect(done.result.failedCommand?.outcome == .shellLost)
    #expect(done.lines.first == "one")
    #expect(!done.lines.contains("three"))
    #expect(done.lines.last == "on")
  }

  @Test func `a driver that is lost between commands runs nothing twice`() async throws {
    for delay in ["0.005", "0.01", "0.02", "0.04"] {
      let killer = "(sleep \(delay); kill -KILL $PPID) >/dev/null 2>&1 &"
      let done = try await build(
        [killer] + (0..<40).map { "echo \($0) >> /tmp/ran" },
        finally: ["[ ! -e /tmp/ran ] || cat /tmp/ran"]
      ).build.run()
      // What has run, ran once and in order; at most the command that was lost is missing.
      let count = done.lines.count
      #expect(done.lines == (0..<count).map(String.init))
      #expect(done.result.failedCommand?.outcome == .shellLost || count == 40)
    }
  }

  // MARK: A stop

  @Test(arguments: ["trap : TERM", "trap 'exit 0' TERM", "true"])
  func `nothing begins after a stop`(_ trap: String) async throws {
    var build = try await build(
      ["true", "\(trap); echo ready; sleep 300 & wait; true", "echo ran > /tmp/ran"],
      finally: ["echo ran > /tmp/ran"])
    build.build.request.container?.keep = .always
    let stop = build.build.stop
    let done = try await build.run { _ in stop.request(.signal(2)) }
    #expect(done.status == .stopped)
    #expect(done.commands.count == 2)
    #expect(try await kept("/tmp/ran", of: done) == [])
  }

  @Test(arguments: [("", 40), ("sleep 0.02; ", 8)])
  func `a stop between two commands leaves no command untold`(
    _ pause: String, _ most: Int
  ) async throws {
    for last in [0, 1, 2] {
      var build = try await build((0..<40).map { "\(pause)echo \($0) >> /tmp/ran" })
      build.build.request.container?.keep = .always
      let stop = build.build.stop
      let done = try await build.build.run { event in
        guard case .commandFinished(let result) = event, result.command.index == last else {
          return
        }
        stop.request(.signal(15))
      }
      #expect(done.status == .stopped)
      // Those that had begun are told, and only quick ones have.
      #expect(done.commands.count > last && done.commands.count <= last + most)
      let ran = try await kept("/tmp/ran", of: done)
      #expect(ran.count <= done.commands.count)
      #expect(ran == (0..<ran.count).map(String.init))
    }
  }

  @Test func `a mark of a stop that is none does no harm`() async throws {
    let done = try await build(
      [": > /codebuild/output/tmp/stopped", "echo a", "A=b", "echo $A"]
    ).build.run()
    #expect(done.lines == ["a", "b"])
    #expect(done.status == .succeeded)
  }

  @Test func `a long command of a killed tool is followed by nothing`() async throws {
    let build = try await build(["true", "echo ready; sleep 2", "echo ran > /tmp/ran"])
    let folder = build.build.folder
    folder.createFolder("killed")
    try folder.write(build.build.buildspec, to: "project/buildspec.yml")
    let script = """
      "$0" run -i \(Flavour.dash.image) --pull never --network host --keep always \\
        > ../log 2>&1 & tool=$!
      until grep -q '^ready' ../log; do sleep 0.05; done
      kill -KILL $tool
      until [ -n "$id" ]; do
        id=$(docker ps --all --format '{{.ID}} {{.Label "buildspec.owner"}}' |
          sed -n "s, $tool/.*,,p")
      done
      docker wait "$id" > /dev/null
      docker diff "$id" | grep /tmp/ran || echo "nothing"
      docker rm --force --volumes "$id" > /dev/null
      """
    let killed = try await Tool.run(
      "/bin/sh", ["-c", script, Tool.path], in: folder.file("project"),
      environment: TestEngine.environment.merging(["TMPDIR": folder.file("killed")]) { _, own in own
      })
    #expect(killed.output == "nothing\n", "\(killed.error) \(folder.text("log"))")
  }
}

extension RunEvent {
  fileprivate var isOfCommand: Bool {
    switch self {
    case .commandStarted, .commandFinished: true
    default: false
    }
  }
}

/// Keeps the thread that tells events busy, in seconds.
private func nap(_ seconds: Double) {
  usleep(UInt32(seconds * 1_000_000))
}

import BuildExecution
import BuildPlanning
import BuildspecModel
import Commands
import Diagnostics
import SystemPackage
import TestSupport
import Testing

/// A project folder with a buildspec, built by the real runner with real shells.
struct TestBuild {
  let folder: TemporaryDirectory
  var request: RunRequest
  var environment: [String: String]
  /// Values of secret variables, by name.
  var secrets: [String: String] = [:]
  let buildspec: String
  let stop = StopControl()
  /// Folder of the cache, absolute; `nil` caches nothing.
  var cache: String?
  /// Folder in which runtimes of the system are looked for.
  var runtimeRoot: FilePath = "/"
  /// Whether breakpoints pause the build.
  var pauses = false
  /// The tool that acts as programs of the service.
  var program = Tool.path

  init(_ buildspec: String, files: [String: String] = [:]) throws {
    folder = try TemporaryDirectory()
    folder.createFolder("project")
    folder.createFolder("tmp")
    for (name, text) in files { try folder.write(text, to: "project/\(name)") }
    request = RunRequest(source: SourceFacts(directory: "."))
    let path = Host.live().environment["PATH"] ?? "/usr/bin:/bin"
    environment = [
      "PATH": path, "HOME": folder.path, "TMPDIR": folder.file("tmp"),
    ]
    self.buildspec = buildspec
  }

  /// The same project with another buildspec.
  init(_ other: TestBuild, buildspec: String) {
    folder = other.folder
    request = other.request
    environment = other.environment
    cache = other.cache
    self.buildspec = buildspec
  }

  var project: FilePath { FilePath(folder.file("project")) }
  var temporary: FilePath { FilePath(folder.file("tmp")) }

  /// Version 0.2 with these commands in the phase build.
  static func commands(_ commands: String..., shell: String = "sh") throws -> TestBuild {
    let items = commands.map { command in
      let lines = command.split(separator: "\n", omittingEmptySubsequences: false)
      return "      - |-\n" + lines.map { "        \($0)\n" }.joined()
    }
    return try TestBuild(
      "version: 0.2\nenv:\n  shell: \(shell)\nphases:\n  build:\n    commands:\n" + items.joined())
  }

  func plan() -> RunPlan {
    let source = SourceText(path: "buildspec.yml", text: buildspec)
    let file = BuildspecFile(source: source)
    return Planner.plan(file.buildspec, source: source, request: request)
  }

  /// Runs the build; `whenStarted` is told of each event.
  func run(
    checkout: GitCheckout? = nil, observing: (@Sendable (RunEvent) -> Void)? = nil
  ) async throws -> FinishedBuild {
    var host = Host.live()
    host.environment = environment
    let recorder = EventRecorder()
    let sink = Observer(recorder: recorder.sink(), observe: observing)
    let plan = plan()
    let runner = Runner(
      host: host, engine: engine(plan, host),
      events: EventStream(clock: host.clock, sink: sink), stop: stop)
    var job = RunJob(
      plan: plan, source: project, checkout: checkout,
      artifacts: request.artifactsFolder.map { FilePath(folder.file($0)) }, secrets: secrets)
    job.reports = request.reportsFolder.map { FilePath(folder.file($0)) }
    job.program = FilePath(program)
    job.pauses = pauses
    job.runtimeRoot = runtimeRoot
    job.cache = cache.map { .folder(FilePath($0)) }
    job.ownFolders = Set(cache.map { [FilePath($0)] } ?? [])
    let result = try await runner.run(job)
    #expect(folder.names("tmp") == [], "nothing stays in TMPDIR")
    return FinishedBuild(result: result, events: recorder.all)
  }

  private func engine(_ plan: RunPlan, _ host: Host) -> any Engine {
    guard let container = plan.container else { return HostEngine(host: host) }
    return DockerEngine(container, users: Set(plan.phases.compactMap(\.runAs)), host: host)
  }

  private struct Observer: RunEventSink {
    var recorder: EventRecorder.Sink
    let observe: (@Sendable (RunEvent) -> Void)?

    mutating func receive(_ event: RunEvent, at time: Timestamp) {
      recorder.receive(event, at: time)
      observe?(event)
    }
  }
}

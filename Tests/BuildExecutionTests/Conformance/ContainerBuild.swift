import BuildExecution
import BuildPlanning
import SystemPackage
import TestSupport
import Testing

/// A build in a container, and questions to the engine about it.
struct ContainerBuild {
  var build: TestBuild

  init(_ buildspec: String, files: [String: String] = [:], flavour: Flavour = .dash) async throws {
    try await TestEngine.images.value
    build = try TestBuild(buildspec, files: files)
    build.environment = TestEngine.environment.merging(["TMPDIR": build.folder.file("tmp")]) {
      _, own in own
    }
    var container = PlannedContainer(engine: .docker, image: flavour.image)
    container.pull = .never
    container.network = "host"
    build.request.container = container
  }

  /// Version 0.2 with one command in the phase build.
  static func command(_ text: String) async throws -> ContainerBuild {
    let lines = text.split(separator: "\n").map { "        \($0)\n" }.joined()
    return try await ContainerBuild(
      "version: 0.2\nphases:\n  build:\n    commands:\n      - |-\n" + lines)
  }

  /// Runs the build; `act` is called with its identifier once a command has written something.
  func run(onOutput act: (@Sendable (String) async throws -> Void)? = nil) async throws
    -> FinishedBuild
  {
    let (signals, continuation) = AsyncStream<String>.makeStream()
    let stop = build.stop
    let actor = Task {
      for await build in signals {
        do { try await act?(build) } catch {
          // The command may wait for what was not done.
          stop.request(.signal(15))
          throw error
        }
        return
      }
    }
    let known = Known()
    let done = try await build.run { event in
      if case .buildStarted(let start) = event { known.set(start.identifier) }
      if case .output = event { continuation.yield(known.value) }
    }
    continuation.finish()
    try await actor.value
    return done
  }

  /// The identifier of the build that was run.
  static func identifier(_ done: FinishedBuild) -> String {
    done.events.lazy.compactMap { event, _ in
      if case .buildStarted(let start) = event { start.identifier } else { nil }
    }.first ?? ""
  }

  /// Containers of a build that are there, running or not.
  static func containers(_ build: String) async throws -> [String] {
    try await docker("ps", "--all", "--quiet", "--filter", "label=buildspec.run=\(build)")
  }

  /// Containers of a build that stay, once the engine has had time to remove what it was asked to.
  static func leftContainers(_ build: String) async throws -> [String] {
    for _ in 0..<300 where try await !containers(build).isEmpty {
      try await Task.sleep(for: .milliseconds(200))
    }
    return try await containers(build)
  }

  /// Lines of what the command line tool prints. The engine may refuse to list while a container of
  /// another test goes away, so it is asked again then.
  @discardableResult
  static func docker(_ arguments: String...) async throws -> [String] {
    var outcome = try await tool(arguments)
    for _ in 0..<20 where outcome.status != 0 && arguments.first == "ps" {
      try await Task.sleep(for: .milliseconds(100))
      outcome = try await tool(arguments)
    }
    try #require(outcome.status == 0, "\(arguments): \(outcome.error)")
    return outcome.output.split(separator: "\n").map(String.init)
  }

  private static func tool(_ arguments: [String]) async throws -> Tool.Outcome {
    try await Tool.run(
      "/usr/bin/env", ["docker"] + arguments, in: "/", environment: TestEngine.environment)
  }
}

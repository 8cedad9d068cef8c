import BuildPlanning
import SystemPackage

/// From an image to a container whose shell waits for scripts.
struct ContainerStart {
  /// Seconds that an image or a source may be on its way.
  private static let longest = 6 * 3_600

  let setup: ShellSetup
  let container: PlannedContainer
  let users: Set<String>
  let tool: ContainerTool
  let name: String
  let sweep: LeftoverSweep
  let targets: StopTargets
  let context: EngineContext

  func run(_ source: SourceDelivery) async throws -> ContainerShell {
    // As in place, where the user's own folder is the source.
    let isBound = container.bindsSource || source.isInPlace
    let directOutput = try await create(boundSource: isBound ? source.folder : nil)
    if isBound, !source.isInPlace {
      try await source.copy(FolderTarget(root: source.folder, files: tool.host.files))
    }
    let script = ContainerScript(
      setup: setup, nonce: ContainerDriver.nonce(tool.host), isShared: !users.isEmpty,
      directOutput: directOutput)
    let driver = try await start(script, while: { try await deliver(source, isBound: isBound) })
    if let tools = setup.tools { try await check(tools, script, driver) }
    return ContainerShell(
      ContainerShell.Site(
        setup: setup, container: container, tool: tool, name: name, script: script,
        context: context, boundSource: isBound ? source.folder : nil,
        isInPlace: source.isInPlace, local: source.folder, sweep: sweep),
      driver: driver)
  }

  /// Starts the container while its files are sent: the engine can take them before and after.
  private func start(
    _ script: ContainerScript, while send: () async throws -> Void
  ) async throws -> ContainerDriver {
    async let started = start(script)
    do { try await send() } catch {
      // Why a container does not start says more than that it takes no files.
      _ = try await started
      throw error
    }
    return try await started
  }

  private func deliver(_ source: SourceDelivery, isBound: Bool) async throws {
    if !isBound { try await send(source.copy, to: setup.source) }
    for other in source.others { try await send(other.copy, to: other.folder) }
    if let tools = setup.tools { try await send(tools) }
  }

  // MARK: Image

  /// - Returns: what the container has got.
  private func create(boundSource: FilePath?) async throws -> DirectOutput? {
    var arguments = ContainerArguments(
      container: container, name: name, build: setup.build, owner: tool.host.processes.own(),
      isShared: !users.isEmpty, boundSource: boundSource.map { ($0, setup.source) },
      // One that is kept shall live on without this machine's files.
      directOutput: container.keep == nil
        ? DirectOutput.make(name: name, in: setup.state, files: tool.host.files) : nil,
      socket: container.hasEngineSocket ? await EngineSocket(tool: tool).path() : nil)
    if container.pull == .always { try await pull() }
    var answer = try await create(&arguments)
    if !answer.isSuccess, lacksImage(answer) {
      guard container.pull == .missing else {
        throw EngineProblem(
          "the image \(container.image) is not on this machine, and --pull never does not fetch it")
      }
      try await pull()
      answer = try await create(&arguments)
    }
    guard answer.isSuccess else { throw problem("cannot make a container of", answer) }
    return arguments.directOutput
  }

  private func create(_ arguments: inout ContainerArguments) async throws -> ContainerTool.Answer {
    let answer = try await run(arguments.create)
    guard !answer.isSuccess, !lacksImage(answer), arguments.directOutput != nil else {
      return answer
    }
    // The pipe is not there for an engine that is elsewhere.
    arguments.directOutput = nil
    return try await run(arguments.create)
  }

  private func pull() async throws {
    let message = "fetching \(container.image)"
    context.notice(PlanNotice(key: "image", message: message, place: nil))
    let platform = container.platform.map { ["--platform", $0] } ?? []
    let answer = try await run(
      ["pull", "--quiet"] + platform + [container.image], seconds: Self.longest)
    guard answer.isSuccess else { throw problem("cannot fetch the image", answer) }
  }

  private func lacksImage(_ answer: ContainerTool.Answer) -> Bool {
    answer.errors.contains { line in
      let line = line.lowercased()
      return line.contains("no such image") || line.contains("image not known")
    }
  }

  private func problem(_ action: String, _ answer: ContainerTool.Answer) -> EngineProblem {
    EngineProblem("\(action) \(container.image) with \(tool.program.rawValue): \(answer.reason)")
  }

  // MARK: Source

  /// Sends the source as a stream; nothing of it is written on this side.
  private func send(
    _ copy: (any SourceTarget) async throws -> Void, to folder: FilePath
  ) async throws {
    let (files, now) = (tool.host.files, tool.host.clock.now())
    let answer = try await run(["cp", "-", "\(name):/"], seconds: Self.longest) { process in
      let archive = SourceArchive(
        root: folder, now: now, files: files, send: { process.write($0) })
      try await copy(archive)
      archive.finish()
      process.closeInput()
    }
    guard answer.isSuccess else {
      throw problem("cannot copy the source to a container of", answer)
    }
  }

  // MARK: Tools

  private func send(_ tools: ContainerTools) async throws {
    let answer = try await run(["cp", "-", "\(name):/"], seconds: Self.longest) { process in
      try tools.write(
        container: name, tool: tool.program, files: tool.host.files, now: tool.host.clock.now(),
        send: { process.write($0) })
      process.closeInput()
    }
    guard answer.isSuccess else {
      throw problem("cannot copy programs to a container of", answer)
    }
  }

  /// The image may be of another architecture than this tool.
  private func check(
    _ tools: ContainerTools, _ script: ContainerScript, _ driver: ContainerDriver
  ) async throws {
    guard !tools.missing.isEmpty else { return }
    guard tools.program != nil else {
      return context.notice(tools.notice("this buildspec is no static executable of Linux"))
    }
    let reply = await driver.ask(script.capture(ContainerTools.check), message: true)
    if case .marked(0, _) = reply { return }
    context.notice(tools.notice("this buildspec does not run there; is it another architecture?"))
  }

  // MARK: Shell

  private func start(_ script: ContainerScript) async throws -> ContainerDriver {
    let driver = try await ContainerDriver.start(
      tool.request(["start", "--attach", "--interactive", name]), script: script,
      host: tool.host, output: context.output)
    _ = targets.add { driver.detach() }
    sweep.begin()
    guard case .gone(_, let remarks) = await driver.prepare() else { return driver }
    let reason = ContainerTool.reason(remarks)
    let shell = ContainerPaths.shell
    let hint = reason.firstRange(of: shell) == nil ? "" : "; an image needs \(shell)"
    throw EngineProblem("the container of \(container.image) does not start: \(reason)\(hint)")
  }

  /// Runs the tool; a build that is to end ends it.
  private func run(
    _ arguments: [String], seconds: Int = 60,
    onStart: (any RunningProcess) async throws -> Void = { $0.closeInput() }
  ) async throws -> ContainerTool.Answer {
    var target: Int?
    let answer = try await tool.run(
      arguments, seconds: seconds,
      onStart: { process in
        target = targets.add { process.signalSession(15) }
        try await onStart(process)
      })
    if let target { targets.remove(target) }
    if context.stop.reason != nil { throw BuildStopped() }
    return answer
  }
}

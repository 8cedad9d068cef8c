import BuildPlanning
import Synchronization
import SystemPackage

/// A build's shell in a container.
actor ContainerShell: BuildShell {
  /// Time between the request to end and the kill, in milliseconds.
  private static let grace = SessionEnd.grace
  /// Time for the engine to end a container whose shell has ended, in milliseconds.
  private static let farewell = 5_000
  /// Status of a script that was asked to end before it began.
  private static let terminated: Int32 = 143
  /// Processes of a container that does nothing: PID 1, the keeper and the driver.
  private static let idleProcesses: Int32 = 3

  /// What the shell belongs to.
  struct Site: Sendable {
    let setup: ShellSetup
    let container: PlannedContainer
    let tool: ContainerTool
    let name: String
    let script: ContainerScript
    let context: EngineContext
    /// Folder of this machine that is mounted as the source.
    let boundSource: FilePath?
    /// Whether that folder is the user's own, of which nothing is removed.
    let isInPlace: Bool
    /// Folder of this machine for what is brought back; empty where nothing is mounted.
    let local: FilePath
    let sweep: LeftoverSweep
  }

  private nonisolated let site: Site
  private nonisolated let main: ContainerDriver
  private nonisolated let isClosing = Mutex(false)
  private var user: String?
  /// Drivers that run as other users of the image.
  private var others: [String: ContainerDriver] = [:]
  /// Commands that were sent ahead to the current driver and may run without being asked for.
  private var ahead = 0
  private var state: ContainerState
  private var fetch: SourceFetch

  init(_ site: Site, driver: ContainerDriver) {
    self.site = site
    self.main = driver
    self.state = ContainerState(source: site.setup.source)
    self.fetch = SourceFetch(
      tool: site.tool, container: site.name, source: site.setup.source, target: site.local)
  }

  // MARK: Scripts

  func become(_ user: String?) async throws {
    self.user = user
    guard let user, others[user] == nil else { return }
    others[user] = try await startDriver(as: user)
  }

  func run(
    _ text: String, succeeding: Bool, next: ArraySlice<PlannedCommand>
  ) async throws -> ItemOutcome {
    var reply = ContainerDriver.Reply.marked(ContainerMark.leftOut, message: nil)
    if ahead > 0 {
      ahead -= 1
      reply = try await ask("")
      // It was announced, and then asked to end before it began.
      if reply.isLeftOut, site.context.stop.reason != nil {
        ahead = 0
        return .exited(Self.terminated)
      }
    }
    if reply.isLeftOut {
      // The driver has dropped the others, too.
      let scripts = scripts(next, succeeding)
      ahead = scripts.count
      reply = try await ask(request(text, succeeding), ahead: scripts)
    }
    guard case .marked(let mark, let message) = reply else {
      ahead = 0
      return .shellLost
    }
    if mark != site.script.foreseen { ahead = 0 }
    return .exited(state.adopt(mark, message: message))
  }

  private func request(_ text: String, _ succeeding: Bool) -> String {
    let (script, file) = script(text, in: state, succeeding)
    return site.script.run(script, saving: file)
  }

  /// As many of the commands as can be sent ahead.
  private func scripts(
    _ commands: ArraySlice<PlannedCommand>, _ succeeding: Bool
  ) -> AheadScripts {
    var scripts = AheadScripts(foreseen: site.script.foreseen)
    guard site.context.stop.reason == nil else { return scripts }
    var state = state
    for command in commands {
      state = state.foreseen
      let (script, file) = script(command.text, in: state, succeeding)
      guard site.script.add(script, saving: file, to: &scripts) else { break }
    }
    return scripts
  }

  /// A script, and the file that it saves to.
  private func script(
    _ text: String, in state: ContainerState, _ succeeding: Bool
  ) -> (String, String) {
    let item = state.item(succeeding: succeeding)
    guard !site.setup.isolatesItems else { return (item.isolated(text), "none") }
    return (item.carrying(text), state.nextFile)
  }

  func hasBegunNext() async -> Bool {
    guard ahead > 0, let driver = try? await currentDriver() else { return false }
    let hasBegun = await driver.hasBegun()
    if !hasBegun { ahead = 0 }
    return hasBegun
  }

  func capture(_ text: String, succeeding: Bool) async throws -> [UInt8]? {
    let script = state.item(succeeding: succeeding)
      .capturing(text, to: nil, carriesState: !site.setup.isolatesItems)
    let reply = try await ask(site.script.capture(script), message: true)
    guard case .marked(0, let message?) = reply else { return nil }
    return message
  }

  private func ask(
    _ request: String, message: Bool = false, ahead: AheadScripts? = nil
  ) async throws -> ContainerDriver.Reply {
    let driver = try await currentDriver()
    if !request.isEmpty, driver.isLost { _ = await driver.renew() }
    let reply = await driver.ask(request, message: message, ahead: ahead)
    switch reply {
    case .marked: break
    case .lost: _ = await driver.renew()
    case .gone(let end, let remarks): await leave(driver, end, remarks)
    }
    return reply
  }

  private func currentDriver() async throws -> ContainerDriver {
    guard let user else { return main }
    if let driver = others[user] { return driver }
    let driver = try await startDriver(as: user)
    others[user] = driver
    return driver
  }

  private func startDriver(as user: String) async throws -> ContainerDriver {
    let arguments = [
      "exec", "--interactive", "--user", user, site.name, ContainerPaths.shell, "-c",
      KeeperScript.text,
    ]
    var script = site.script
    script.directOutput = nil
    let driver = try await ContainerDriver.start(
      site.tool.request(arguments), script: script, host: site.tool.host,
      output: site.context.output)
    guard case .gone(_, let remarks) = await driver.prepare() else { return driver }
    throw RunAsProblem(
      message: "run-as: cannot run commands as \(user): \(ContainerTool.reason(remarks))")
  }

  /// The end of a driver is the end of the build, unless it was the one of another user alone.
  private func leave(_ driver: ContainerDriver, _ end: ProcessEnd, _ remarks: [String]) async {
    others = others.filter { $0.value !== driver }
    if driver !== main { await wait(1_000) { [main] in main.isGone } }
    guard main.isGone, site.context.stop.reason == nil else { return }
    site.context.stop.request(.fault(Self.fault(end, remarks)))
  }

  private static func fault(_ end: ProcessEnd, _ remarks: [String]) -> String {
    guard remarks.isEmpty else {
      return "the container of the build is lost: \(ContainerTool.reason(remarks))"
    }
    let status = if case .exited(let code) = end { "status \(code)" } else { "by a signal" }
    return "the container of the build has ended (\(status)); "
      + "it was ended from outside or ran out of memory"
  }

  // MARK: Files

  func localSource(with paths: [FilePath]) async throws -> FilePath {
    if let bound = site.boundSource { return bound }
    let links = try await hasLinks(paths)
    var current = fetch
    let folder = try await current.bring(paths, through: links)
    fetch = current
    return folder
  }

  func cachePlace(_ cache: CacheSite) -> any CachePlace {
    let platform = site.container.platform.map { " \($0)" } ?? ""
    return ContainerCachePlace(
      tool: site.tool, container: site.name, system: "container\(platform)",
      paths: ContainerCachePaths(source: site.setup.source), site: cache,
      ask: { try await self.captureAsRoot($0) })
  }

  /// What a script writes that needs nothing of the build.
  private func captureAsRoot(_ script: String) async throws -> [UInt8]? {
    let user = user
    self.user = nil
    defer { self.user = user }
    let reply = try await ask(site.script.capture(script), message: true)
    guard case .marked(0, let message?) = reply else { return nil }
    return message
  }

  /// Whether a folder on the way to one of `paths` is a link.
  private func hasLinks(_ paths: [FilePath]) async throws -> Bool {
    var steps: [String] = []
    for path in paths {
      var place = site.setup.source
      for component in path.components {
        place.append(component)
        steps.append("[ -L \(ShellQuoting.quoted(place.string)) ]")
      }
    }
    guard !steps.isEmpty else { return false }
    let script = "if \(steps.joined(separator: " || ")); then echo link; fi"
    return try await capture(script, succeeding: true) != []
  }

  // MARK: The end

  nonisolated func stop(force: Bool) {
    guard !main.isGone else { return }
    Task {
      if !force {
        let request = ["exec", "--user", "0", site.name, ContainerPaths.shell, "-c"]
        _ = try? await site.tool.run(request + [ContainerScript.stop], seconds: 5)
        await wait(Self.grace) { self.isClosed }
      }
      guard !isClosed, !main.isGone else { return }
      _ = try? await site.tool.run(["kill", site.name], seconds: 10)
      await wait(Self.farewell) { self.main.isGone }
      // An engine that does not answer must not hold the tool.
      main.detach()
    }
  }

  private nonisolated var isClosed: Bool { isClosing.withLock { $0 } }

  func close(_ status: BuildStatus) async {
    isClosing.withLock { $0 = true }
    await site.sweep.end()
    if main.isLost { _ = await main.renew() }
    if !main.isGone { await endProcesses() }
    if keeps(status) { return await keep() }
    if !main.isGone {
      if site.boundSource != nil, !site.isInPlace { await emptySource() }
      main.tell(ContainerScript.exit)
      await wait(Self.farewell) { [main] in main.isGone }
    }
    // A container that has ended by itself is removed by its engine.
    let hasEnded = main.isGone && site.context.stop.reason == nil
    if !hasEnded || site.container.keep != nil { await remove() }
  }

  private func endProcesses() async {
    for driver in others.values { driver.tell(ContainerScript.exit) }
    guard await hasProcesses() else { return }
    main.tell(ContainerScript.terminateAll)
    let clock = site.tool.host.clock
    let step = 10
    var waited = 0
    while waited < Self.grace, await hasProcesses() {
      try? await clock.sleep(milliseconds: step)
      waited += step
    }
  }

  /// Whether there are processes beside those that serve the build.
  private func hasProcesses() async -> Bool {
    guard case .marked(let count, _) = await main.ask(ContainerScript.count) else { return false }
    return count > Self.idleProcesses
  }

  /// Files of root in the mounted copy could not be removed by the user.
  private func emptySource() async {
    let folder = ShellQuoting.quoted(site.setup.source.string)
    _ = try? await capture("cd \(folder) && rm -rf -- * .[!.]* ..?*", succeeding: true)
  }

  private func keeps(_ status: BuildStatus) -> Bool {
    switch site.container.keep {
    case nil: false
    case .always: true
    case .failed: [.failed, .timedOut].contains(status)
    }
  }

  private func keep() async {
    if !main.isGone {
      _ = await main.ask(ContainerScript.freeze(state.environment))
      main.detach()
    }
    let (program, name) = (site.tool.program.rawValue, site.name)
    let enter =
      "\(program) exec -it -w \(ShellQuoting.quoted(state.folder)) \(name) \(ContainerPaths.shell)"
    let restore = ". \(state.environment)"
    site.context.notice(
      PlanNotice(
        key: "keep",
        message: "the container is kept; enter it with: \(enter); "
          + "bring back the variables with: \(restore); remove it with: \(program) rm -f \(name)",
        place: nil))
  }

  private func remove() async {
    _ = try? await site.tool.run(["rm", "--force", "--volumes", site.name], seconds: 15)
  }

  /// Waits until `isDone`, for some milliseconds at most.
  private nonisolated func wait(_ limit: Int, until isDone: @Sendable () -> Bool) async {
    let step = 5
    var waited = 0
    while waited < limit, !isDone() {
      try? await site.tool.host.clock.sleep(milliseconds: step)
      waited += step
    }
  }
}

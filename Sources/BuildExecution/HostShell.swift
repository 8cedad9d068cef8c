import BuildPlanning
import Synchronization
import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A build's shell on this machine. When a command ends the driver, a new one takes over: the state
/// is in files, so only the command that did it is lost.
actor HostShell: BuildShell {
  private nonisolated let setup: ShellSetup
  private let host: Host
  private let output: @Sendable (ArraySlice<UInt8>) -> Void
  private var state: SavedState
  /// Read by `stop`, which must not wait for the running command.
  private nonisolated let driver: Mutex<DriverShell>

  private init(
    _ setup: ShellSetup, host: Host, state: SavedState, driver: DriverShell,
    output: @escaping @Sendable (ArraySlice<UInt8>) -> Void
  ) {
    self.setup = setup
    self.host = host
    self.output = output
    self.state = state
    self.driver = Mutex(driver)
  }

  static func open(
    _ setup: ShellSetup, host: Host, output: @escaping @Sendable (ArraySlice<UInt8>) -> Void
  ) async throws -> HostShell {
    let state = try SavedState(in: setup.state, source: setup.source, files: host.files)
    let driver = try await startDriver(setup, script: state.script, host: host, output: output)
    let shell = HostShell(setup, host: host, state: state, driver: driver, output: output)
    try host.files.write(driver.sessionLine, to: shell.sessions, mode: 0o600)
    return shell
  }

  /// The plan has told that everything runs as the user who started the build.
  nonisolated func become(_ user: String?) {}

  nonisolated func localSource(with paths: [FilePath]) -> FilePath { setup.source }

  nonisolated func cachePlace(_ site: CacheSite) throws -> any CachePlace {
    try HostCachePlace(site, source: setup.source)
  }

  /// The way to the driver is short here, so that nothing begins before it is asked for.
  func run(
    _ text: String, succeeding: Bool, next: ArraySlice<PlannedCommand>
  ) async throws -> ItemOutcome {
    let item = state.item(succeeding: succeeding)
    if setup.isolatesItems { return try await runScript(item.isolated(text)) }
    try state.prepare()
    let outcome = try await runScript(item.carrying(text))
    try state.adopt()
    return outcome
  }

  nonisolated func hasBegunNext() -> Bool { false }

  func capture(_ text: String, succeeding: Bool) async throws -> [UInt8]? {
    try state.prepareCapture()
    let item = state.item(succeeding: succeeding)
    let outcome = try await runScript(
      item.capturing(text, to: state.captured, carriesState: !setup.isolatesItems))
    return outcome.isSuccess ? try host.files.read(state.captured) : nil
  }

  nonisolated func stop(force: Bool) {
    let driver = driver.withLock { $0 }
    let clock = host.clock
    guard !force else { return driver.signal(SIGKILL) }
    driver.signal(SIGTERM)
    Task {
      if await !Self.waitForEnd(of: driver, clock: clock) { driver.signal(SIGKILL) }
    }
  }

  func close(_ status: BuildStatus) async {
    let (driver, clock) = (driver.withLock { $0 }, host.clock)
    driver.closeInput()
    let end = Task {
      try await clock.sleep(milliseconds: SessionEnd.grace)
      driver.signal(SIGKILL)
    }
    await driver.waitForEnd()
    end.cancel()
    // What the commands left running.
    guard driver.isSessionAlive else { return }
    driver.signal(SIGTERM)
    if await !Self.waitForEnd(of: driver, clock: clock) { driver.signal(SIGKILL) }
  }

  private func runScript(_ text: String) async throws -> ItemOutcome {
    try state.write(setup.prepared(text))
    var current = driver.withLock { $0 }
    if current.isEnded {
      current = try await Self.startDriver(
        setup, script: state.script, host: host, output: output)
      let started = current
      try host.files.append(started.sessionLine, to: sessions)
      driver.withLock { $0 = started }
    }
    return await current.run()
  }

  /// Read by a later build, when this tool has been killed.
  private nonisolated var sessions: FilePath { setup.state.appending(Scratch.sessions) }

  private static func startDriver(
    _ setup: ShellSetup, script: FilePath, host: Host,
    output: @escaping @Sendable (ArraySlice<UInt8>) -> Void
  ) async throws -> DriverShell {
    let request = ProcessRequest(
      program: DriverScript.program,
      arguments: DriverScript.arguments(shell: setup.shell, script: script.string),
      environment: setup.environment, folder: setup.source)
    return try await DriverShell.start(request, host: host, output: output)
  }

  /// - Returns: whether nothing of it is alive.
  private static func waitForEnd(of driver: DriverShell, clock: any WallClock) async -> Bool {
    await SessionEnd.wait(clock: clock) { driver.isSessionAlive }
  }
}

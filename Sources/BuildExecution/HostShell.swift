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
  /// Time between the request to end and the kill, in milliseconds.
  static let grace = 2_000

  private let setup: ShellSetup
  private let host: Host
  private let output: @Sendable (ArraySlice<UInt8>) -> Void
  private let script: FilePath
  private let environmentFile: FilePath
  private let folderFile: FilePath
  private let captureFile: FilePath
  private var folder: String
  /// Read by `stop`, which must not wait for the running command.
  private nonisolated let driver: Mutex<DriverShell>

  private init(
    _ setup: ShellSetup, host: Host, driver: DriverShell,
    output: @escaping @Sendable (ArraySlice<UInt8>) -> Void
  ) {
    self.setup = setup
    self.host = host
    self.output = output
    self.script = setup.state.appending("script.sh")
    self.environmentFile = setup.state.appending("env.sh")
    self.folderFile = setup.state.appending("folder")
    self.captureFile = setup.state.appending("capture")
    self.folder = setup.source.string
    self.driver = Mutex(driver)
  }

  static func open(
    _ setup: ShellSetup, host: Host, output: @escaping @Sendable (ArraySlice<UInt8>) -> Void
  ) async throws -> HostShell {
    let driver = try await startDriver(setup, host: host, output: output)
    let shell = HostShell(setup, host: host, driver: driver, output: output)
    try await shell.createStateFiles()
    return shell
  }

  func run(_ text: String, succeeding: Bool) async throws -> ItemOutcome {
    let item = item(succeeding: succeeding)
    let outcome = try await runScript(
      setup.isolatesItems ? item.isolated(text) : item.carrying(text))
    if !setup.isolatesItems { try readFolder() }
    return outcome
  }

  func capture(_ text: String, succeeding: Bool) async throws -> [UInt8]? {
    try host.files.write([], to: captureFile, mode: Self.privateMode)
    let item = item(succeeding: succeeding)
    let outcome = try await runScript(
      item.capturing(text, to: captureFile, carriesState: !setup.isolatesItems))
    return outcome.isSuccess ? try host.files.read(captureFile) : nil
  }

  nonisolated func stop(force: Bool) {
    let driver = driver.withLock { $0 }
    let clock = host.clock
    guard !force else { return driver.signal(SIGKILL) }
    driver.signal(SIGTERM)
    Task {
      await Self.waitForEnd(of: driver, clock: clock)
      driver.signal(SIGKILL)
    }
  }

  func close() async {
    let driver = driver.withLock { $0 }
    driver.closeInput()
    driver.signal(SIGTERM)
    await Self.waitForEnd(of: driver, clock: host.clock)
    driver.signal(SIGKILL)
  }

  private func item(succeeding: Bool) -> ItemScript {
    ItemScript(
      environment: environmentFile, folder: folderFile, start: folder, succeeding: succeeding)
  }

  private func runScript(_ text: String) async throws -> ItemOutcome {
    try host.files.write(Array(text.utf8), to: script, mode: Self.privateMode)
    var current = driver.withLock { $0 }
    if current.isEnded {
      current = try await Self.startDriver(setup, host: host, output: output)
      let started = current
      driver.withLock { $0 = started }
    }
    return await current.run(shell: setup.shell, script: script.string)
  }

  private func readFolder() throws {
    var bytes = try host.files.read(folderFile)
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    // Empty when the item left before the saving or when the disk is full.
    if !bytes.isEmpty { folder = String(decoding: bytes, as: UTF8.self) }
  }

  private func createStateFiles() throws {
    for file in [environmentFile, folderFile] {
      try host.files.write([], to: file, mode: Self.privateMode)
    }
  }

  private static let privateMode: UInt32 = 0o600

  private static func startDriver(
    _ setup: ShellSetup, host: Host, output: @escaping @Sendable (ArraySlice<UInt8>) -> Void
  ) async throws -> DriverShell {
    let request = ProcessRequest(
      program: DriverScript.program, arguments: ["-c", DriverScript.text],
      environment: setup.environment, folder: setup.source)
    return try await DriverShell.start(request, host: host, output: output)
  }

  private static func waitForEnd(of driver: DriverShell, clock: any WallClock) async {
    let step = 5
    var waited = 0
    while waited < grace, driver.isSessionAlive {
      try? await clock.sleep(milliseconds: step)
      waited += step
    }
  }
}

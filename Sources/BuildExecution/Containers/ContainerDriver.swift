import Dispatch
import Synchronization

/// The driver shell of a container, at the other end of the command line tool's standard streams.
///
/// Scripts may be sent ahead, behind the one that is asked for. When that one ends as foreseen, the next
/// may have begun already. The output of one that is not asked for yet is held back: who reads it
/// waits, and thus in the end the one who writes it.
final class ContainerDriver: Sendable {
  /// How a request ended.
  enum Reply: Sendable {
    /// The number of the marker, and the message that came before it.
    case marked(Int32, message: [UInt8]?)
    /// A command has ended the driver; another one has taken over, which must be made ready.
    case lost
    /// The container has ended, or the tool was.
    case gone(ProcessEnd, remarks: [String])

    /// Whether a script that was sent ahead has not begun.
    var isLeftOut: Bool {
      if case .marked(ContainerMark.leftOut, _) = self { true } else { false }
    }
  }

  private let replies: Mutex<DriverReplies>
  /// Only the thread that reads standard output uses it, which may have to wait meanwhile.
  private let parser: Mutex<MarkerParser>
  private let wake = DispatchSemaphore(value: 0)
  private let output: @Sendable (ArraySlice<UInt8>) -> Void
  private let process = Mutex<(any RunningProcess)?>(nil)
  private let script: ContainerScript

  private init(
    script: ContainerScript, output: @escaping @Sendable (ArraySlice<UInt8>) -> Void
  ) {
    let nonce = Array(script.nonce.utf8)
    self.script = script
    self.replies = Mutex(DriverReplies(nonce: nonce))
    self.parser = Mutex(MarkerParser(nonce: nonce))
    self.output = output
  }

  /// - Parameter request: attaches to a shell that runs `KeeperScript`.
  static func start(
    _ request: ProcessRequest, script: ContainerScript, host: Host,
    output: @escaping @Sendable (ArraySlice<UInt8>) -> Void
  ) async throws -> ContainerDriver {
    var request = request
    request.output = script.directOutput?.pipe
    let driver = ContainerDriver(script: script, output: output)
    let process = try await host.processes.start(
      request, onOutput: { driver.receive($0) }, onError: { driver.receiveError($0) },
      onEnd: { driver.end($0) })
    driver.process.withLock { $0 = process }
    process.write(Array("\(script.nonce)\n".utf8))
    return driver
  }

  static func nonce(_ host: Host) -> String {
    String(Unicode.Scalar(MarkerParser.firstByte)) + host.randomness.hex(16)
  }

  var isGone: Bool { replies.withLock { $0.end != nil } }
  /// Whether a command has ended the driver, and no other one was made ready.
  var isLost: Bool { replies.withLock { $0.isLost } }

  /// Sends a text and waits for its marker. Without a text, the one that comes next is waited for.
  /// - Parameters:
  ///   - message: whether to wait for a message, too.
  ///   - ahead: is sent behind the text.
  func ask(_ text: String, message: Bool = false, ahead: AheadScripts? = nil) async -> Reply {
    await withCheckedContinuation { continuation in
      replies.withLock { $0.wait(continuation, message: message, ahead: ahead) }
      tell(text + (ahead?.text ?? ""))
    }
  }

  /// Makes the driver ready for scripts.
  func prepare() async -> Reply { await ask(script.preamble) }

  /// Makes a new one ready, in place of one that was lost.
  func renew() async -> Reply {
    replies.withLock { $0.forget() }
    return await ask(script.resumption)
  }

  /// Whether the next of the scripts that were sent ahead has begun; waits until that is known. When
  /// it has, it must be asked for; otherwise no further one will begin.
  func hasBegun() async -> Bool {
    let hasBegun = await withCheckedContinuation { continuation in
      replies.withLock { $0.waitForBegin(continuation) }
    }
    if !hasBegun { wakeReader() }
    return hasBegun
  }

  /// Sends a text that has no marker.
  func tell(_ text: String) {
    wakeReader()
    if !text.isEmpty { process.withLock { $0 }?.write(Array(text.utf8)) }
  }

  /// Ends the command line tool; the container goes on.
  func detach() {
    replies.withLock { $0.giveUp() }
    wakeReader()
    process.withLock { $0 }?.signalSession(9)
  }

  private func receive(_ bytes: ArraySlice<UInt8>) {
    parser.withLock { $0.feed(bytes, output: pass, end: take) }
  }

  private func pass(_ bytes: ArraySlice<UInt8>) {
    while replies.withLock({ $0.mustWait() }) { wake.wait() }
    if replies.withLock({ $0.isOutput(bytes) }) { output(bytes) }
  }

  private func take(_ mark: Int32) { replies.withLock { $0.take(mark) } }

  private func wakeReader() {
    if replies.withLock({ $0.endWait() }) { wake.signal() }
  }

  private func receiveError(_ bytes: ArraySlice<UInt8>) {
    replies.withLock { $0.receiveError(bytes) }
  }

  private func end(_ end: ProcessEnd) {
    parser.withLock { $0.finish(output: output) }
    replies.withLock { $0.end(end) }
  }
}

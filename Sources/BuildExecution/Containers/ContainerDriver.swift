import Synchronization

/// The driver shell of a container, at the other end of the command line tool's standard streams.
final class ContainerDriver: Sendable {
  /// How a request ended.
  enum Reply: Sendable {
    /// The number of the marker, and the message that came before it.
    case marked(Int32, message: [UInt8]?)
    /// A command has ended the driver; another one has taken over, which must be made ready.
    case lost
    /// The container has ended, or the tool was.
    case gone(ProcessEnd, remarks: [String])
  }

  private struct State {
    var parser: MarkerParser
    var side: SideChannel
    var mark: Int32?
    var message: [UInt8]?
    var awaitsMessage = false
    /// Until the driver is ready, what comes is the tool's, which may speak on either stream.
    var isReady = false
    var remarks: [UInt8] = []
    var end: ProcessEnd?
    var waiter: CheckedContinuation<Reply, Never>?
    var endWaiter: CheckedContinuation<Void, Never>?
  }

  private let state: Mutex<State>
  private let output: @Sendable (ArraySlice<UInt8>) -> Void
  private let process = Mutex<(any RunningProcess)?>(nil)

  private init(nonce: String, output: @escaping @Sendable (ArraySlice<UInt8>) -> Void) {
    let nonce = Array(nonce.utf8)
    self.state = Mutex(State(parser: MarkerParser(nonce: nonce), side: SideChannel(nonce: nonce)))
    self.output = output
  }

  /// - Parameter request: attaches to a shell that runs `KeeperScript`.
  static func start(
    _ request: ProcessRequest, nonce: String, host: Host,
    output: @escaping @Sendable (ArraySlice<UInt8>) -> Void
  ) async throws -> ContainerDriver {
    let driver = ContainerDriver(nonce: nonce, output: output)
    let process = try await host.processes.start(
      request, onOutput: { driver.receive($0) }, onError: { driver.receiveError($0) },
      onEnd: { driver.end($0) })
    driver.process.withLock { $0 = process }
    process.write(Array("\(nonce)\n".utf8))
    return driver
  }

  static func nonce(_ host: Host) -> String {
    String(Unicode.Scalar(MarkerParser.firstByte)) + host.randomness.hex(16)
  }

  var isGone: Bool { state.withLock { $0.end != nil } }

  /// Sends a text and waits for its marker, and with `message` also for a message.
  func ask(_ text: String, message: Bool = false) async -> Reply {
    await withCheckedContinuation { continuation in
      state.withLock { state in
        state.mark = nil
        state.message = nil
        state.awaitsMessage = message
        state.waiter = continuation
        Self.settle(&state)
      }
      tell(text)
    }
  }

  /// Sends a text that has no marker.
  func tell(_ text: String) {
    process.withLock { $0 }?.write(Array(text.utf8))
  }

  /// Ends the command line tool; the container goes on.
  func detach() { process.withLock { $0 }?.signalSession(9) }

  func closeInput() { process.withLock { $0 }?.closeInput() }

  /// Waits until the command line tool has ended.
  func waitForEnd() async {
    await withCheckedContinuation { continuation in
      let hasEnded = state.withLock { state in
        if state.end == nil { state.endWaiter = continuation }
        return state.end != nil
      }
      if hasEnded { continuation.resume() }
    }
  }

  private func receive(_ bytes: ArraySlice<UInt8>) {
    state.withLock { state in
      var mark: Int32?
      let isReady = state.isReady
      var remarks: [UInt8] = []
      state.parser.feed(
        bytes, output: { if isReady { output($0) } else { remarks += $0 } }, end: { mark = $0 })
      state.remarks += remarks
      guard let mark else { return }
      state.mark = mark
      state.isReady = true
      Self.settle(&state)
    }
  }

  private func receiveError(_ bytes: ArraySlice<UInt8>) {
    state.withLock { state in
      for event in state.side.feed(bytes) {
        switch event {
        case .message(let message): state.message = message
        case .lost: Self.resume(&state, .lost)
        }
      }
      Self.settle(&state)
    }
  }

  private func end(_ end: ProcessEnd) {
    state.withLock { state in
      state.parser.finish(output: output)
      state.end = end
      Self.settle(&state)
      state.endWaiter?.resume()
      state.endWaiter = nil
    }
  }

  /// Answers the request once all of its answer is there.
  private static func settle(_ state: inout State) {
    if let mark = state.mark {
      let needsMessage = state.awaitsMessage || mark >= ContainerMark.moved
      if !needsMessage || state.message != nil {
        return resume(&state, .marked(mark, message: state.message))
      }
    }
    guard let end = state.end else { return }
    let words = String(decoding: state.remarks, as: UTF8.self).split(whereSeparator: \.isNewline)
    resume(&state, .gone(end, remarks: words.map(String.init) + state.side.remarks))
  }

  private static func resume(_ state: inout State, _ reply: Reply) {
    state.waiter?.resume(returning: reply)
    state.waiter = nil
  }
}

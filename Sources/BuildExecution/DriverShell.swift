import Synchronization

/// A running driver shell: has it run its script and waits for the marker.
final class DriverShell: Sendable {
  private struct State {
    var parser: MarkerParser
    var isEnded = false
    var waiter: CheckedContinuation<ItemOutcome, Never>?
    var endWaiter: CheckedContinuation<Void, Never>?
  }

  private let state: Mutex<State>
  private let output: @Sendable (ArraySlice<UInt8>) -> Void
  private let process = Mutex<(any RunningProcess)?>(nil)

  private init(nonce: [UInt8], output: @escaping @Sendable (ArraySlice<UInt8>) -> Void) {
    self.state = Mutex(State(parser: MarkerParser(nonce: nonce)))
    self.output = output
  }

  static func start(
    _ request: ProcessRequest, host: Host,
    output: @escaping @Sendable (ArraySlice<UInt8>) -> Void
  ) async throws -> DriverShell {
    let nonce = [MarkerParser.firstByte] + Array(host.randomness.hex(16).utf8)
    let driver = DriverShell(nonce: nonce, output: output)
    let process = try await host.processes.start(
      request, onOutput: { driver.receive($0) }, onError: nil, onEnd: { _ in driver.end() })
    driver.process.withLock { $0 = process }
    process.write(nonce + [UInt8(ascii: "\n")])
    return driver
  }

  var isEnded: Bool { state.withLock { $0.isEnded } }

  /// Runs the script and waits for its end.
  func run() async -> ItemOutcome {
    await withCheckedContinuation { continuation in
      let isEnded = state.withLock { state in
        if !state.isEnded { state.waiter = continuation }
        return state.isEnded
      }
      if isEnded {
        continuation.resume(returning: .shellLost)
      } else {
        running?.write([UInt8(ascii: "\n")])
      }
    }
  }

  /// Waits until the shell has ended. For one caller.
  func waitForEnd() async {
    await withCheckedContinuation { continuation in
      let isEnded = state.withLock { state in
        if !state.isEnded { state.endWaiter = continuation }
        return state.isEnded
      }
      if isEnded { continuation.resume() }
    }
  }

  func signal(_ signal: Int32) { running?.signalSession(signal) }

  var isSessionAlive: Bool { running?.isSessionAlive() ?? false }

  /// Number of the session of its processes, as a line of a file.
  var sessionLine: [UInt8] { Array((running.map { "\($0.session)\n" } ?? "").utf8) }

  /// Tells the driver that no script will follow.
  func closeInput() { running?.closeInput() }

  private var running: (any RunningProcess)? { process.withLock { $0 } }

  private func receive(_ bytes: ArraySlice<UInt8>) {
    state.withLock { state in
      var outcome: ItemOutcome?
      state.parser.feed(bytes, output: output, end: { outcome = .exited($0) })
      if let outcome { Self.resume(&state, outcome) }
    }
  }

  private func end() {
    state.withLock { state in
      state.parser.finish(output: output)
      state.isEnded = true
      Self.resume(&state, .shellLost)
      state.endWaiter?.resume()
      state.endWaiter = nil
    }
  }

  private static func resume(_ state: inout State, _ outcome: ItemOutcome) {
    state.waiter?.resume(returning: outcome)
    state.waiter = nil
  }
}

import BuildExecution
import SystemPackage

/// One stream that a process writes to, and the thread that reads it.
struct OutputStream {
  let pipe: Pipes
  /// Its reading end reaches its end when the process has ended.
  let wake: Pipes
  private let receive: @Sendable (ArraySlice<UInt8>) -> Void

  private static let capacity: Int32 = 1 << 20

  /// - Parameter name: of a pipe that is there; `nil` makes one.
  init(name: FilePath? = nil, _ receive: @escaping @Sendable (ArraySlice<UInt8>) -> Void) throws {
    pipe =
      if let name { try Pipes.open(name, capacity: Self.capacity) } else {
        try Pipes.make(capacity: Self.capacity)
      }
    wake = try Pipes.make()
    self.receive = receive
  }

  /// Reads to the end of the process.
  func start(onEnd: @escaping @Sendable () -> Void) {
    OutputReader(output: pipe.read, wake: wake.read).start(onOutput: receive, onEnd: onEnd)
  }

  /// Closes the ends that nobody reads, since no process was started.
  func abandon() {
    for end in [pipe.read, wake.read] { try? end.close() }
  }
}

import BuildExecution
import Synchronization
import SystemPackage

/// How a process ended, told to the thread that reads its output.
final class EndOfProcess: Sendable {
  private let end = Mutex<ProcessEnd>(.exited(0))
  private let wake: FileDescriptor

  /// - Parameter wake: the pipe that the reading thread watches; closed by `tell`.
  init(wake: FileDescriptor) {
    self.wake = wake
  }

  var value: ProcessEnd { end.withLock { $0 } }

  func tell(_ value: ProcessEnd) {
    end.withLock { $0 = value }
    try? wake.close()
  }
}

import BuildExecution
import Synchronization
import SystemPackage

/// How a process ended, told to the threads that read its output.
final class EndOfProcess: Sendable {
  private let end = Mutex<ProcessEnd>(.exited(0))
  private let wakes: [FileDescriptor]

  /// - Parameter wakes: the pipes that the reading threads watch; closed by `tell`.
  init(wakes: [FileDescriptor]) {
    self.wakes = wakes
  }

  var value: ProcessEnd { end.withLock { $0 } }

  func tell(_ value: ProcessEnd) {
    end.withLock { $0 = value }
    for wake in wakes { try? wake.close() }
  }
}

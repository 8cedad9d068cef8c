import BuildExecution
import Synchronization
import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A process that leads a session of its own.
final class LiveProcess: RunningProcess {
  private let identifier: pid_t
  private let input: Mutex<FileDescriptor?>

  init(identifier: pid_t, input: FileDescriptor) {
    self.identifier = identifier
    self.input = Mutex(input)
  }

  deinit {
    closeInput()
  }

  func write(_ bytes: [UInt8]) {
    input.withLock { input in
      // Fails when the process has ended, which its end tells.
      _ = try? input?.writeAll(bytes)
    }
  }

  func closeInput() {
    input.withLock { input in
      try? input?.close()
      input = nil
    }
  }

  var session: Int32 { identifier }

  func signalSession(_ signal: Int32) { LiveSession(number: identifier).signalSession(signal) }

  func isSessionAlive() -> Bool { LiveSession(number: identifier).isSessionAlive() }
}

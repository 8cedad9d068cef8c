import BuildExecution
import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The processes of a session of this machine.
struct LiveSession: ProcessSession {
  let number: pid_t

  /// Whether one of the processes was started with a text in its environment; only Linux tells.
  func wasStarted(with text: String) -> Bool {
    let bytes = Array(text.utf8)
    return SessionMembers.alive(in: number).contains { process in
      let environment = try? LiveFiles().read(FilePath("/proc/\(process)/environ"))
      return environment?.firstRange(of: bytes) != nil
    }
  }

  func signalSession(_ signal: Int32) {
    kill(-number, signal)
    // Shells with job control put their children in groups of their own.
    for process in SessionMembers.alive(in: number) { kill(process, signal) }
  }

  func isSessionAlive() -> Bool {
    #if os(Linux)
      !SessionMembers.isGone(number) && !SessionMembers.alive(in: number).isEmpty
    #else
      kill(-number, 0) == 0
    #endif
  }
}

import BuildExecution
import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The processes of a session, as Linux tells them in `/proc`.
enum SessionMembers {
  /// Zombies are left out: where nothing reaps them they stay for ever.
  static func alive(in session: pid_t) -> [pid_t] {
    #if os(Linux)
      guard let stream = opendir("/proc") else { return [] }
      defer { closedir(stream) }
      var members: [pid_t] = []
      while let entry = readdir(stream) {
        if let process = number(&entry.pointee.d_name), isMember(process, of: session) {
          members.append(process)
        }
      }
      return members
    #else
      return []
    #endif
  }

  /// Whether nothing has the session any more, told without a walk through all processes; `false` only means
  /// that one has to look.
  static func isGone(_ session: pid_t) -> Bool {
    #if os(Linux)
      // A number is known for as long as a process, a group or a session has it, zombies too. Since Linux 4.13
      // the call fails for others; it does nothing else, as nobody asks the file for signals.
      fcntl(anyFile, F_SETOWN, session) == -1 && errno == ESRCH
    #else
      false
    #endif
  }

  private static let anyFile = open("/dev/null", O_RDONLY | O_CLOEXEC)

  /// The process that a name in `/proc` stands for.
  private static func number(_ name: UnsafeRawPointer) -> pid_t? {
    guard name.load(as: UInt8.self) & 0xF0 == 0x30 else { return nil }
    return pid_t(String(cString: name.assumingMemoryBound(to: CChar.self)))
  }

  private static func isMember(_ process: pid_t, of session: pid_t) -> Bool {
    // Cheaper than reading a file; a zombie still has a session.
    guard getsid(process) == session else { return false }
    let path = FilePath("/proc/\(process)/stat")
    guard let bytes = try? LiveFiles().read(path) else { return false }
    // The name of the program stands in brackets and may hold anything; the state follows it.
    guard let bracket = bytes.lastIndex(of: UInt8(ascii: ")")), bracket + 2 < bytes.count else {
      return false
    }
    return ![UInt8(ascii: "Z"), UInt8(ascii: "X")].contains(bytes[bracket + 2])
  }
}

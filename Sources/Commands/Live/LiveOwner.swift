import BuildExecution
import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Names processes of this machine so that they can be told from later ones with the same number.
enum LiveOwner {
  /// This process.
  static let own: ProcessOwner = {
    let process = getpid()
    return ProcessOwner(machine: machine(), process: process, start: start(of: process) ?? "")
  }()

  static func isGone(_ owner: ProcessOwner) -> Bool {
    guard owner.machine == machine() else { return false }
    // A process of another user cannot be signalled, but it is there.
    guard kill(owner.process, 0) == 0 || errno == EPERM else { return true }
    return start(of: owner.process).map { $0 != owner.start } ?? false
  }

  private static func machine() -> String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "unknown" }
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Linux tells the start in ticks since it was booted itself; elsewhere nothing is known.
  private static func start(of process: pid_t) -> String? {
    guard let stat = text("/proc/\(process)/stat"),
      let boot = text("/proc/sys/kernel/random/boot_id"),
      // The name of the program stands in brackets and may hold anything.
      let fields = stat.split(separator: ")").last?.split(separator: " "), fields.count > 19
    else { return nil }
    return "\(boot.prefix(8))-\(fields[19])"
  }

  private static func text(_ path: String) -> String? {
    (try? LiveFiles().read(FilePath(path))).map { String(decoding: $0, as: UTF8.self) }
  }
}

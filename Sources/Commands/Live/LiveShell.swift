import BuildExecution
import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The shell of this machine, in the folder, the session and the environment of this process, so that
/// it ends with the build and what ends it is told as if it had been called itself.
enum LiveShell {
  private static let path = "/bin/sh"

  /// Runs a text to its end and returns what it wrote to standard output. All else it shares.
  static func capture(_ text: String) throws(Errno) -> CapturedOutput {
    signal(SIGPIPE, SIG_DFL)
    guard let stream = popen(text, "r") else { throw Errno(rawValue: errno) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&part, 1, part.count, stream)
      guard count > 0 else { break }
      bytes += part[..<count]
    }
    return CapturedOutput(end: end(ofStatus: pclose(stream)), bytes: bytes)
  }

  /// Becomes a shell that runs a script.
  /// - Returns: why it cannot, else not at all.
  static func become(_ script: [UInt8], arguments: [[UInt8]] = []) -> Errno {
    signal(SIGPIPE, SIG_DFL)
    let words = [Array("sh".utf8), Array("-c".utf8), script, Array("sh".utf8)] + arguments
    let pointers = words.map(copy) + [nil]
    defer { for pointer in pointers { free(pointer) } }
    execv(path, pointers)
    return Errno(rawValue: errno)
  }

  /// Sets a variable of this process, or removes it.
  static func set(_ name: String, _ value: [UInt8]?) {
    guard let value else {
      unsetenv(name)
      return
    }
    (value + [0]).withUnsafeBytes { bytes in
      if let text = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) { setenv(name, text, 1) }
    }
  }

  private static func copy(_ text: [UInt8]) -> UnsafeMutablePointer<CChar>? {
    (text + [0]).withUnsafeBytes {
      $0.assumingMemoryBound(to: CChar.self).baseAddress.flatMap { strdup($0) }
    }
  }

  /// From the status that `wait` gives.
  private static func end(ofStatus status: Int32) -> ProcessEnd {
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
  }
}

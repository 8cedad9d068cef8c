import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Pipes that programs started meanwhile do not inherit.
struct Pipes {
  let read: FileDescriptor
  let write: FileDescriptor

  /// - Parameter capacity: bytes the pipe should hold, where that can be chosen.
  static func make(capacity: Int32? = nil) throws -> Pipes {
    let (read, write) = try FileDescriptor.pipe()
    for end in [read, write] { _ = fcntl(end.rawValue, F_SETFD, FD_CLOEXEC) }
    let pipes = Pipes(read: read, write: write)
    if let capacity { pipes.widen(capacity) }
    return pipes
  }

  /// Both ends of a pipe that has a name.
  static func open(_ path: FilePath, capacity: Int32) throws -> Pipes {
    // Who opens one end alone waits for the other one.
    let read = try FileDescriptor.open(path, .readOnly, options: [.nonBlocking, .closeOnExec])
    do {
      let write = try FileDescriptor.open(path, .writeOnly, options: .closeOnExec)
      let pipes = Pipes(read: read, write: write)
      pipes.widen(capacity)
      return pipes
    } catch {
      try? read.close()
      throw error
    }
  }

  private func widen(_ capacity: Int32) {
    #if os(Linux)
      // F_SETPIPE_SZ; a smaller pipe is only slower.
      _ = fcntl(write.rawValue, 1031, capacity)
    #endif
  }
}

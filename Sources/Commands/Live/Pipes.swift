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
    #if os(Linux)
      // F_SETPIPE_SZ; a smaller pipe is only slower.
      if let capacity { _ = fcntl(write.rawValue, 1031, capacity) }
    #endif
    return Pipes(read: read, write: write)
  }
}

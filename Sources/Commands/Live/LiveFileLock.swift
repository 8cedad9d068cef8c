import BuildExecution
import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A lock of `flock`: the system keeps it for the open file, which programs that are started do not
/// inherit. All functions throw `Errno`.
final class LiveFileLock: FileLock {
  private let file: FileDescriptor

  private init(_ file: FileDescriptor) {
    self.file = file
  }

  deinit {
    try? file.close()
  }

  /// Makes the file under another name, locks it and renames it.
  static func create(_ path: FilePath) throws -> LiveFileLock {
    let staged = FilePath(path.string + ".new")
    let file = try FileDescriptor.open(
      staged, .readWrite, options: [.create, .exclusiveCreate, .closeOnExec],
      permissions: .ownerReadWrite)
    let lock = LiveFileLock(file)
    do {
      _ = try set(LOCK_EX, file)
      try LiveFiles().rename(staged, to: path)
    } catch {
      _ = staged.withPlatformString { unlink($0) }
      throw error
    }
    return lock
  }

  static func take(_ path: FilePath) throws -> LiveFileLock? {
    let lock = LiveFileLock(try open(path))
    return try set(LOCK_EX, lock.file) ? lock : nil
  }

  static func isTaken(_ path: FilePath) throws -> Bool {
    do {
      let lock = LiveFileLock(try open(path))
      // Shared, so that two who only look do not take each other for the owner.
      return try !set(LOCK_SH, lock.file)
    } catch Errno.noSuchFileOrDirectory {
      return false
    }
  }

  private static func open(_ path: FilePath) throws -> FileDescriptor {
    try FileDescriptor.open(path, .readWrite, options: [.closeOnExec, .noFollow, .nonBlocking])
  }

  /// - Returns: `false` when another process has it.
  private static func set(_ operation: Int32, _ file: FileDescriptor) throws -> Bool {
    while flock(file.rawValue, operation | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      guard errno == EINTR else { throw Errno(rawValue: errno) }
    }
    return true
  }
}

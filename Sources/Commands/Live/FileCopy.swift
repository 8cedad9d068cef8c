import BuildExecution
import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Copies one regular file with its permission bits and modification time.
struct FileCopy {
  let source: FilePath
  let target: FilePath
  let options: FileDescriptor.OpenOptions

  func run() throws {
    do {
      let input = try FileDescriptor.open(
        source, .readOnly, options: options.union([.closeOnExec, .nonBlocking]))
      try input.closeAfter { try copy(from: input) }
    } catch let error as Errno {
      throw FileProblem("cannot copy", source, reason: error.description)
    }
  }

  private func copy(from input: FileDescriptor) throws {
    var status = stat()
    guard fstat(input.rawValue, &status) == 0 else { throw Errno(rawValue: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileProblem("cannot copy", source, reason: "not a regular file")
    }
    let output = try FileDescriptor.open(
      target, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
      permissions: [.ownerReadWrite])
    try output.closeAfter {
      if status.st_size > 0 || !isOrdinary { try copyBytes(from: input, to: output) }
      guard fchmod(output.rawValue, status.st_mode & 0o7777) == 0 else {
        throw Errno(rawValue: errno)
      }
      #if canImport(Darwin)
        var times = [status.st_atimespec, status.st_mtimespec]
      #else
        var times = [status.st_atim, status.st_mtim]
      #endif
      guard futimens(output.rawValue, &times) == 0 else { throw Errno(rawValue: errno) }
    }
  }

  /// Files of /proc and the like have content though their size is 0.
  private var isOrdinary: Bool {
    !["/proc", "/sys"].contains { source.starts(with: FilePath($0)) }
  }

  private func copyBytes(from input: FileDescriptor, to output: FileDescriptor) throws {
    #if os(Linux)
      // FICLONE: where the file system can, both files share their blocks.
      if ioctl(output.rawValue, 0x4004_9409, input.rawValue) == 0 { return }
    #endif
    try copyThroughMemory(from: input, to: output)
  }

  private func copyThroughMemory(from input: FileDescriptor, to output: FileDescriptor) throws {
    try withUnsafeTemporaryAllocation(byteCount: 128 * 1024, alignment: 16) { buffer in
      while true {
        let count = try input.read(into: buffer)
        if count == 0 { return }
        _ = try output.writeAll(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
    }
  }
}

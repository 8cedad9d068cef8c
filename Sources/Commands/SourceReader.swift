import Diagnostics
import SystemPackage
import YAMLSyntax

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Reads the files named on the command line.
enum SourceReader {
  /// Name of standard input on the command line.
  static let standardInput = "-"

  /// Errors: no such file, a directory, no permission. A file over the size limit is read only as
  /// far as it takes to say so.
  static func read(_ path: String) throws(ToolError) -> SourceText {
    do {
      // As it stands: a `FilePath` would be made for this alone.
      let file = try path.withCString { try FileDescriptor.open($0, .readOnly) }
      return SourceText(path: path, bytes: try file.closeAfter { try bytes(of: file) })
    } catch {
      throw .usage("\(path): \(reason(error))")
    }
  }

  /// Whether there is something at a path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func readStandardInput(named name: String) throws(ToolError) -> SourceText {
    do {
      return SourceText(path: name, bytes: try bytes(of: .standardInput))
    } catch {
      throw .usage("standard input: \(reason(error))")
    }
  }

  /// A log of a build on standard input; far more than one ever has is refused.
  static func readLog() throws(ToolError) -> [UInt8] {
    let limit = 64 << 20
    let log: [UInt8]
    do {
      log = try bytes(of: .standardInput, upTo: limit + 1)
    } catch {
      throw .usage("standard input: \(reason(error))")
    }
    guard log.count <= limit else { throw .usage("standard input: a log of more than 64 MiB") }
    return log
  }

  private static func bytes(
    of file: FileDescriptor, upTo limit: Int = YAMLLimits().bytes + 1
  ) throws -> [UInt8] {
    var bytes: [UInt8] = []
    // One byte more than the file has tells its end in the same read.
    var chunk = min(size(of: file) + 1, limit)
    while bytes.count < limit {
      let part = try [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        count = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if part.isEmpty { return bytes }
      let isWhole = bytes.isEmpty && part.count == chunk - 1
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if isWhole { return bytes }
      chunk = 64 * 1024
    }
    return bytes
  }

  /// Size of a regular file; a pipe has none, so it is read in chunks.
  private static func size(of file: FileDescriptor) -> Int {
    var info = stat()
    guard fstat(file.rawValue, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      return 64 * 1024
    }
    return Int(info.st_size)
  }

  private static func reason(_ error: any Error) -> String {
    switch error as? Errno {
    case .some(.noSuchFileOrDirectory): "no such file"
    case .some(.isDirectory): "is a directory, a file is wanted"
    case .some(.permissionDenied): "no permission to read it"
    case .some(let errno): errno.description
    case nil: "cannot be read"
    }
  }
}

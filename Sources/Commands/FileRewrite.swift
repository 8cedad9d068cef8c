import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Puts a text in the place of a file: beside it first, then renamed, so that nobody sees a part of
/// it. A link stays a link, and what it names is rewritten; mode and owner stay.
struct FileRewrite {
  let path: String

  func write(_ bytes: [UInt8]) throws(ToolError) {
    guard let target = target() else { return try fail() }
    // Not the process id: in a container it is always 1, also that of one that was killed here.
    let suffix = String(UInt64.random(in: .min ... .max), radix: 16)
    let part = target.removingLastComponent()
      .appending(".\(target.lastComponent?.string ?? "").\(suffix)")
    var info = stat()
    let isOld = stat(target.string, &info) == 0
    do {
      let file = try FileDescriptor.open(
        part, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: FilePermissions(rawValue: 0o666))
      try file.closeAfter {
        _ = try file.writeAll(bytes)
        guard isOld else { return }
        // Only root may give a file away; anybody else owns what they may replace, or shares it.
        _ = fchown(file.rawValue, info.st_uid, info.st_gid)
        _ = fchmod(file.rawValue, info.st_mode & 0o7777)
      }
      guard SystemCalls.rename(part.string, target.string) == 0 else {
        throw Errno(rawValue: errno)
      }
    } catch {
      let reason = error as? Errno
      unlink(part.string)
      throw ToolError(.fault, "cannot write \(path): \(reason?.description ?? "unknown reason")")
    }
  }

  /// What the path names behind all links; the path itself when nothing is there yet.
  private func target() -> FilePath? {
    guard let resolved = realpath(path, nil) else { return errno == ENOENT ? FilePath(path) : nil }
    defer { free(resolved) }
    return FilePath(platformString: resolved)
  }

  private func fail() throws(ToolError) {
    throw ToolError(.fault, "cannot write \(path): \(Errno(rawValue: errno).description)")
  }
}

import BuildExecution
import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Removes a folder with all it holds. Links are removed, never followed; read-only folders are made
/// writable first.
struct TreeRemoval {
  func remove(_ path: FilePath) throws {
    // Not `path.string`, which repairs names that are not UTF-8.
    if path.withPlatformString({ unlink($0) }) == 0 || errno == ENOENT { return }
    guard isFolder(path) else { throw problem(path) }
    try removeFolder(path)
  }

  private func removeFolder(_ path: FilePath) throws {
    _ = path.withPlatformString { chmod($0, 0o700) }
    for entry in (try? LiveFiles().unsorted(path)) ?? [] {
      let place = path.appending(entry.name)
      if entry.kind == .folder { try removeFolder(place) } else { try remove(place) }
    }
    guard path.withPlatformString({ rmdir($0) }) == 0 || errno == ENOENT else {
      throw problem(path)
    }
  }

  private func isFolder(_ path: FilePath) -> Bool {
    var status = stat()
    return path.withPlatformString({ lstat($0, &status) }) == 0
      && status.st_mode & S_IFMT == S_IFDIR
  }

  private func problem(_ path: FilePath) -> FileProblem {
    FileProblem("cannot remove", path, reason: Errno(rawValue: errno).description)
  }
}

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
    let text = path.string
    if unlink(text) == 0 || errno == ENOENT { return }
    guard isFolder(path) else { throw problem(path) }
    if rmdir(text) == 0 || errno == ENOENT { return }
    chmod(text, 0o700)
    for name in names(in: path) { try remove(path.appending(name)) }
    guard rmdir(text) == 0 || errno == ENOENT else { throw problem(path) }
  }

  private func isFolder(_ path: FilePath) -> Bool {
    var status = stat()
    return lstat(path.string, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private func names(in folder: FilePath) -> [FilePath.Component] {
    ((try? LiveFiles().list(folder)) ?? []).map(\.name)
  }

  private func problem(_ path: FilePath) -> FileProblem {
    FileProblem("cannot remove", path, reason: Errno(rawValue: errno).description)
  }
}

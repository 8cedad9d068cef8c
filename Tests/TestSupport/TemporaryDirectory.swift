package import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A folder for one test, removed when the test lets go of it.
package final class TemporaryDirectory: Sendable {
  /// Absolute, without links.
  package let path: FilePath

  /// Makes the folder and its files; names may have folders in them.
  package init(_ files: [String: String] = [:]) throws {
    var template = Array("/tmp/buildspec-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Errno(rawValue: errno) }
    path = FilePath(platformString: template)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit {
    Self.remove(path.string)
  }

  /// Writes a file, and the folders above it.
  package func write(_ text: String, to name: String, mode: UInt32 = 0o644) throws {
    var folder = path
    for component in FilePath(name).removingLastComponent().components {
      folder.append(component)
      mkdir(folder.string, 0o755)
    }
    let file = path.appending(name)
    try TestFiles.write(text, to: file.string)
    chmod(file.string, mode_t(mode))
  }

  package func createFolder(_ name: String) {
    mkdir(path.appending(name).string, 0o755)
  }

  package func link(_ name: String, to target: String) {
    symlink(target, path.appending(name).string)
  }

  /// The text of a file; `nil` when there is none.
  package func text(_ name: String) -> String? {
    (try? TestFiles.read(path.appending(name).string)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Paths of all files and links below a folder, relative to it, sorted.
  package func files(_ name: String = "") -> [String] {
    Self.files(path.appending(name).string, prefix: "").sorted()
  }

  /// Names in a folder, sorted.
  package func names(_ name: String = "") -> [String] {
    TestFiles.listAll(path.appending(name).string)
  }

  private static func files(_ folder: String, prefix: String) -> [String] {
    TestFiles.listAll(folder).flatMap { name in
      isFolder("\(folder)/\(name)")
        ? files("\(folder)/\(name)", prefix: "\(prefix)\(name)/") : [prefix + name]
    }
  }

  private static func remove(_ path: String) {
    if isFolder(path) {
      chmod(path, 0o700)
      for name in TestFiles.listAll(path) { remove("\(path)/\(name)") }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension TemporaryDirectory {
  package func createFolder(_ name: String) {
    mkdir(file(name), 0o755)
  }

  package func makeExecutable(_ name: String) {
    chmod(file(name), 0o755)
  }

  package func link(_ name: String, to target: String) {
    symlink(target, file(name))
  }

  /// The text of a file; `nil` when there is none.
  package func text(_ name: String) -> String? { try? read(name) }

  /// Names in a folder, sorted, with those that begin with a dot.
  package func names(_ name: String = "") -> [String] {
    TestFiles.listAll(file(name)).sorted()
  }

  /// Paths of all files and links below a folder, relative to it, sorted.
  package func files(_ name: String = "") -> [String] {
    Self.files(file(name), prefix: "").sorted()
  }

  private static func files(_ folder: String, prefix: String) -> [String] {
    TestFiles.listAll(folder).flatMap { name in
      var status = stat()
      let isFolder =
        lstat("\(folder)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      return isFolder
        ? files("\(folder)/\(name)", prefix: "\(prefix)\(name)/") : [prefix + name]
    }
  }
}

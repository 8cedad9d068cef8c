import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A folder of its own for one test, removed when the value goes.
package final class TemporaryDirectory: Sendable {
  /// Absolute, without links.
  package let path: String

  /// Makes the folder and its files; names may have folders in them.
  package init(_ files: [String: String] = [:]) throws {
    path = try Self.make()
    for (name, text) in files { try write(text, to: name) }
  }

  deinit {
    Self.remove(path)
  }

  package func file(_ name: String) -> String {
    path + "/" + name
  }

  package func write(_ text: String, to name: String) throws {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
    try TestFiles.write(text, to: file(name))
  }

  package func read(_ name: String) throws -> String {
    String(decoding: try TestFiles.read(file(name)), as: UTF8.self)
  }

  private static func make() throws -> String {
    var template = Array("/tmp/buildspec-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Errno(rawValue: errno) }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func remove(_ path: String) {
    var info = stat()
    guard lstat(path, &info) == 0 else { return }
    guard info.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    chmod(path, 0o700)
    for name in TestFiles.listAll(path) { remove(path + "/" + name) }
    rmdir(path)
  }
}

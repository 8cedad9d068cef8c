import BuildExecution
import Commands
import SystemPackage

/// Reading of files outside a test's own folder.
enum TestFilesystem {
  /// Where a link leads to; `nil` when there is none.
  static func link(_ path: String) -> String? {
    (try? Host.live().files.linkTarget(FilePath(path)))?.string
  }

  /// Permission bits in octal.
  static func mode(_ path: String) -> String {
    let status = try? Host.live().files.status(FilePath(path))
    return String((status ?? nil)?.mode ?? 0, radix: 8)
  }
}

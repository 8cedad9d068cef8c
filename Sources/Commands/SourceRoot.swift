import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The folder that paths inside a buildspec are relative to: the root of the repository that holds
/// the file, else the file's own folder.
struct SourceRoot {
  let path: String

  static func enclosing(_ file: String) -> SourceRoot {
    let folder = FilePath(file).removingLastComponent()
    let start = folder.isEmpty ? FilePath(".") : folder
    return SourceRoot(path: (repository(above: start) ?? start).string)
  }

  /// Whether a relative path exists below the root; `false` for one that leaves it.
  func contains(_ relative: String) -> Bool {
    let parts = relative.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isInside = parts.first?.isEmpty == false && !parts.contains { $0.elementsEqual("..".utf8) }
    return isInside && access("\(path)/\(relative)", F_OK) == 0
  }

  private static func repository(above start: FilePath) -> FilePath? {
    var folder = start
    for _ in 0..<maximumDepth {
      if exists(folder.appending(".git")) { return folder }
      folder = folder.appending("..")
      guard exists(folder), !isTop(folder) else { return nil }
    }
    return nil
  }

  private static let maximumDepth = 32

  private static func isTop(_ folder: FilePath) -> Bool {
    var here = stat()
    var above = stat()
    guard stat(folder.string, &here) == 0, stat(folder.appending("..").string, &above) == 0 else {
      return true
    }
    return here.st_ino == above.st_ino && here.st_dev == above.st_dev
  }

  private static func exists(_ path: FilePath) -> Bool {
    access(path.string, F_OK) == 0
  }
}

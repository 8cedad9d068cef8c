import BuildspecModel
import Diagnostics
import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension SourceRoot {
  /// A buildspec of the source that `file` names by a path from the root. `nil` for what is not
  /// there, is no regular file, is too large, lies outside of the root, also behind a link, or is
  /// `file` itself.
  func buildspec(_ relative: String, besides file: String) -> BuildspecFile? {
    // Most that is not there is known by one look.
    guard contains(relative), let root = Self.resolved(path),
      let place = Self.resolved("\(path)/\(relative)"), place.starts(with: root),
      place != Self.resolved(file), Self.isSmallFile(place.string),
      let source = try? SourceReader.read(place.string)
    else { return nil }
    return BuildspecFile(source: SourceText(path: relative, bytes: source.bytes))
  }

  private static func resolved(_ path: String) -> FilePath? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return FilePath(platformString: resolved)
  }

  /// Whether it can be read at once: a pipe would keep its reader waiting.
  private static func isSmallFile(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG && info.st_size <= sizeLimit
  }

  /// In bytes. The largest of 1,489 public buildspecs has 88 KB.
  private static let sizeLimit = 1 << 20
}

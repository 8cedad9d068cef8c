import Reporting

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension ReportContext {
  /// This tool in the current folder.
  static var current: ReportContext {
    ReportContext(
      toolVersion: Version.current, paths: ReportPaths(root: realPath("."), resolve: realPath))
  }

  @Sendable private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

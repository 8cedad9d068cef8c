import SystemPackage

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where ShellCheck is installed.
enum ShellCheckProgram {
  static let name = "shellcheck"

  /// Its absolute path. Relative parts of `PATH` are passed over: what lies in a checkout is not run.
  static func find() -> String? {
    guard let value = getenv("PATH") else { return nil }
    return String(cString: value).split(separator: ":").lazy.filter { $0.hasPrefix("/") }
      .map { "\($0)/\(name)" }.first(where: isProgram)
  }

  private static func isProgram(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && access(path, X_OK) == 0
  }
}

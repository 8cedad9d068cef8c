import BuildPlanning

/// The machine that this program was made for, in the words of container engines.
enum LivePlatform {
  #if os(macOS)
    static let system = "darwin"
  #else
    static let system = "linux"
  #endif

  #if arch(x86_64)
    static let architecture = "amd64"
  #elseif arch(arm64)
    static let architecture = "arm64"
  #else
    static let architecture = "unknown"
  #endif

  /// Where builds run, as far as that is known without asking an engine: containers are taken to be Linux
  /// on this machine, unless the user names another platform.
  static func batch(in container: PlannedContainer?) -> BatchPlatform {
    guard let container else {
      return BatchPlatform(system: system, architecture: architecture, program: nil)
    }
    let parts = (container.platform ?? "").split(separator: "/")
    return BatchPlatform(
      system: "linux", architecture: parts.count > 1 ? String(parts[1]) : architecture,
      program: container.engine)
  }
}

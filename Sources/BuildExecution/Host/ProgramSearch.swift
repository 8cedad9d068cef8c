package import SystemPackage

/// Looks for programs as a shell does.
package struct ProgramSearch {
  private let host: Host

  package init(host: Host) {
    self.host = host
  }

  /// The first program of that name in the folders of `PATH`; `nil` when there is none. A path is no
  /// name.
  package func find(_ name: String) -> FilePath? {
    guard !name.contains("/") else { return nil }
    let folders = (host.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.lazy.map { FilePath(String($0)).appending(name) }.first { path in
      guard let status = try? host.files.statusFollowingLinks(path) else { return false }
      return status.kind == .file && status.mode & 0o111 != 0
    }
  }
}

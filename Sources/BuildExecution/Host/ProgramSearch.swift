package import SystemPackage

/// Looks for programs as a shell does.
package struct ProgramSearch {
  private let host: Host

  package init(host: Host) {
    self.host = host
  }

  /// The folders of `PATH`, in its order.
  var folders: [FilePath] {
    (host.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
      .map { FilePath(String($0)) }
  }

  /// The first program of that name in the folders of `PATH`; `nil` when there is none. A path is no
  /// name.
  package func find(_ name: String) -> FilePath? {
    guard !name.contains("/") else { return nil }
    return folders.lazy.map { $0.appending(name) }.first { path in
      guard let status = try? host.files.statusFollowingLinks(path) else { return false }
      return status.kind == .file && status.mode & 0o111 != 0
    }
  }
}

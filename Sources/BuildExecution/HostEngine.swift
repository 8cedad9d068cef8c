package import SystemPackage

/// Runs commands on this machine, as the user who started the tool.
package struct HostEngine: Engine {
  private let host: Host

  package init(host: Host) {
    self.host = host
  }

  package var runsHere: Bool { true }

  package func sourceFolder(for folder: FilePath) -> FilePath { folder }

  package func secondaryFolder(_ number: Int, for folder: FilePath) -> FilePath { folder }

  package func inherited(_ environment: [String: String]) -> [String: String] {
    InheritedEnvironment.filter(environment)
  }

  package func open(
    _ setup: ShellSetup, source: SourceDelivery, context: EngineContext
  ) async throws -> any BuildShell {
    if !source.isInPlace {
      try await source.copy(FolderTarget(root: source.folder, files: host.files))
    }
    for other in source.others {
      try host.files.createFolder(other.folder, mode: 0o755)
      try await other.copy(FolderTarget(root: other.folder, files: host.files))
    }
    return try await HostShell.open(setup, host: host, output: context.output)
  }
}

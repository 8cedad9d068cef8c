/// Runs commands on this machine, as the user who started the tool.
package struct HostEngine: Engine {
  private let host: Host

  package init(host: Host) {
    self.host = host
  }

  package func open(
    _ setup: ShellSetup, output: @escaping @Sendable (ArraySlice<UInt8>) -> Void
  ) async throws -> any BuildShell {
    try await HostShell.open(setup, host: host, output: output)
  }
}

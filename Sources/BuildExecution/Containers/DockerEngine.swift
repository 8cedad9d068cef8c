package import BuildPlanning
package import SystemPackage

/// Runs commands in a container: one for the whole build, asked for by the command line tool of Docker
/// or Podman. Its image needs nothing but a shell.
package struct DockerEngine: Engine {
  private let container: PlannedContainer
  private let users: Set<String>
  private let host: Host
  private let tool: ContainerTool
  /// The folder that the service would make up for this build.
  private let number: Int

  /// - Parameter users: whom commands will run as, beside root.
  package init(_ container: PlannedContainer, users: Set<String>, host: Host) {
    self.container = container
    self.users = users
    self.host = host
    self.tool = ContainerTool(program: container.engine, host: host)
    let random = host.randomness.bytes(4).reduce(0) { $0 << 8 | Int($1) }
    self.number = 100_000_000 + random % 900_000_000
  }

  package var runsHere: Bool { false }

  package func sourceFolder(for folder: FilePath) -> FilePath {
    ContainerPaths.source(number: number)
  }

  package func secondaryFolder(_ number: Int, for folder: FilePath) -> FilePath {
    ContainerPaths.source(number: self.number + 1 + number)
  }

  package func inherited(_ environment: [String: String]) -> [String: String] {
    CallerCredentials.filter(environment)
  }

  package func open(
    _ setup: ShellSetup, source: SourceDelivery, context: EngineContext
  ) async throws -> any BuildShell {
    let name = "buildspec-\(host.randomness.hex(6))"
    let sweep = LeftoverSweep(Leftovers(tool: tool, own: name))
    let start = ContainerStart(
      setup: setup, container: container, users: users, tool: tool, name: name, sweep: sweep,
      targets: StopTargets(context.stop), context: context)
    do {
      let shell = try await start.run(source)
      context.stop.setHandler(nil)
      return shell
    } catch {
      context.stop.setHandler(nil)
      sweep.begin()
      _ = try? await tool.run(["rm", "--force", "--volumes", name], seconds: 30)
      await sweep.end()
      throw context.stop.reason == nil ? error : BuildStopped()
    }
  }
}

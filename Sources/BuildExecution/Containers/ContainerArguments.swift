import BuildPlanning
import SystemPackage

/// How a container is asked for. Nothing here is secret: arguments and `inspect` show it to anybody.
struct ContainerArguments {
  let container: PlannedContainer
  let name: String
  let build: String
  let owner: ProcessOwner
  /// Whether users of the image other than root share the saved state.
  let isShared: Bool
  /// Folder of this machine that is mounted as the source.
  let boundSource: (folder: FilePath, target: FilePath)?
  /// `nil` where output comes through the engine.
  var directOutput: DirectOutput?
  /// Socket of the engine, on its machine.
  let socket: String?

  /// The entry point, the user and the health check of the image do not count, as on the service.
  var create: [String] {
    var arguments = [
      "create", "--name", name, "--interactive", "--init", "--pull", "never", "--log-driver",
      "none",
      "--user", "0", "--workdir", "/", "--no-healthcheck", "--entrypoint", ContainerPaths.shell,
      "--tmpfs", "\(ContainerPaths.state):rw,exec,mode=\(isShared ? "0777" : "0700")",
    ]
    if container.keep == nil { arguments.append("--rm") }
    arguments += labels.flatMap { ["--label", "\($0)=\($1)"] }
    arguments += options
    return arguments + [container.image, "-c", KeeperScript.text]
  }

  private var labels: [(String, String)] {
    [
      (ContainerLabel.run, build), (ContainerLabel.machine, owner.machine),
      (ContainerLabel.owner, "\(owner.process)/\(owner.start)"),
    ] + (container.keep == nil ? [] : [(ContainerLabel.kept, "true")])
  }

  private var options: [String] {
    var options: [String] = []
    if container.isPrivileged { options.append("--privileged") }
    if let network = container.network { options += ["--network", network] }
    if let platform = container.platform { options += ["--platform", platform] }
    if let limits = container.limits {
      // A share of time may be more than the machine has, unlike a number of processors.
      options += ["--cpu-period", "100000", "--cpu-quota", "\(limits.processors * 100_000)"]
      options += ["--memory", "\(limits.memory)g", "--memory-swap", "\(limits.memory)g"]
    }
    if let boundSource {
      options += [
        "--mount", Self.mount(boundSource.folder.string, at: boundSource.target.string),
      ]
    }
    if let directOutput {
      let target = ContainerPaths.directOutput.string
      options += ["--mount", Self.mount(directOutput.pipe.string, at: target)]
    }
    if let socket {
      options += ["--mount", Self.mount(socket, at: "/var/run/docker.sock")]
    }
    return options
  }

  /// The option is one line of comma-separated values.
  private static func mount(_ source: String, at target: String) -> String {
    let quoted = source.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    return "type=bind,\"source=\(quoted)\",target=\(target)"
  }
}

/// The command line tools that run containers.
package enum ContainerProgram: String, CaseIterable, Codable, Sendable {
  case docker, podman
}

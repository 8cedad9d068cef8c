import ArgumentParser
import BuildPlanning

/// `--engine`.
enum RunEngine: String, CaseIterable, ExpressibleByArgument {
  case host, docker, podman

  /// `nil` for the host.
  var program: ContainerProgram? {
    switch self {
    case .host: nil
    case .docker: .docker
    case .podman: .podman
    }
  }
}

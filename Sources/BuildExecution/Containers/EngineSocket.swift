import BuildPlanning

/// Where the socket of the engine is on the engine's own machine.
struct EngineSocket {
  private static let scheme = "unix://"
  private static let usual = "/var/run/docker.sock"

  let tool: ContainerTool

  func path() async -> String {
    switch tool.program {
    case .docker: await docker()
    case .podman: await podman()
    }
  }

  private func docker() async -> String {
    let format = "{{.Endpoints.docker.Host}}"
    let answer = try? await tool.run(["context", "inspect", "--format", format], seconds: 20)
    let endpoint = tool.host.environment["DOCKER_HOST"] ?? answer.map { trimmed($0.output) } ?? ""
    #if os(Linux)
      if endpoint.hasPrefix(Self.scheme) { return String(endpoint.dropFirst(Self.scheme.count)) }
    #endif
    // The engine is in a machine of its own, where the socket has its usual place.
    return Self.usual
  }

  private func podman() async -> String {
    let format = "{{.Host.RemoteSocket.Path}}"
    guard let answer = try? await tool.run(["info", "--format", format], seconds: 20),
      answer.isSuccess
    else { return Self.usual }
    let path = trimmed(answer.output)
    return path.hasPrefix(Self.scheme) ? String(path.dropFirst(Self.scheme.count)) : path
  }

  private func trimmed(_ text: String) -> String {
    String(text.prefix { !$0.isNewline })
  }
}

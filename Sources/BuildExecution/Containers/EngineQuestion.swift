package import BuildPlanning

/// Asks a container engine what it runs on.
package struct EngineQuestion: Sendable {
  private let tool: ContainerTool

  package init(program: ContainerProgram, host: Host) {
    tool = ContainerTool(program: program, host: host)
  }

  /// In the engine's words, such as `linux` and `x86_64`.
  /// - Throws: `EngineProblem` when it does not answer.
  package func platform() async throws -> (system: String, architecture: String) {
    let format =
      switch tool.program {
      case .docker: "{{.OSType}}/{{.Architecture}}"
      case .podman: "{{.Host.OS}}/{{.Host.Arch}}"
      }
    let answer = try await tool.run(["info", "--format", format], seconds: 20)
    let parts = answer.output.prefix { !$0.isNewline }.split(separator: "/").map(String.init)
    guard answer.isSuccess, parts.count == 2 else {
      throw EngineProblem("\(tool.program.rawValue) does not answer: \(answer.reason)")
    }
    return (parts[0], parts[1])
  }
}

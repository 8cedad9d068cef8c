import BuildExecution
import BuildPlanning

/// Finds out what the builds of a batch run on.
struct EnginePlatform {
  let container: PlannedContainer?
  let host: Host

  /// - Throws: when there is no engine that answers.
  func find() async throws(ToolError) -> BatchPlatform {
    guard let container else { return Self.own }
    if let platform = container.platform {
      let parts = platform.split(separator: "/").map(String.init)
      return BatchPlatform(
        system: parts.first ?? "linux", architecture: parts.dropFirst().first ?? Self.architecture,
        program: container.engine)
    }
    do {
      let answer = try await EngineQuestion(program: container.engine, host: host).platform()
      return BatchPlatform(
        system: answer.system, architecture: answer.architecture, program: container.engine)
    } catch {
      throw ToolError(.fault, "\(error)")
    }
  }

  /// This machine.
  private static var own: BatchPlatform {
    BatchPlatform(system: system, architecture: architecture, program: nil)
  }

  private static var system: String {
    #if os(macOS)
      "darwin"
    #else
      "linux"
    #endif
  }

  private static var architecture: String {
    #if arch(arm64)
      "arm64"
    #elseif arch(x86_64)
      "amd64"
    #else
      "unknown"
    #endif
  }
}

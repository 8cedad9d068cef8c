import BuildExecution
import BuildPlanning

/// Finds out what the builds of a batch run on.
struct EnginePlatform {
  let container: PlannedContainer?
  let host: Host

  /// - Throws: when there is no engine that answers.
  func find() async throws(ToolError) -> BatchPlatform {
    guard let container, container.platform == nil else { return LivePlatform.batch(in: container) }
    do {
      let answer = try await EngineQuestion(program: container.engine, host: host).platform()
      return BatchPlatform(
        system: answer.system, architecture: answer.architecture, program: container.engine)
    } catch {
      throw ToolError(.fault, "\(error)")
    }
  }
}

import BuildExecution
import BuildPlanning

/// Chooses what runs the commands of a build.
enum BuildEngine {
  static func of(_ plan: RunPlan, host: Host) -> any Engine {
    guard let container = plan.container else { return HostEngine(host: host) }
    return DockerEngine(container, users: Set(plan.phases.compactMap(\.runAs)), host: host)
  }
}

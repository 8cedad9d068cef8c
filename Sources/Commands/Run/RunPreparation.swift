import BuildExecution
import BuildPlanning
import BuildspecLint
import BuildspecModel
import Diagnostics

/// From the flags to a plan and its places on this machine.
struct RunPreparation {
  /// A buildspec that can be run, or what is wrong with it.
  enum Outcome {
    case ready(RunJob)
    case rejected(RejectedBuild)
  }

  let options: RunOptions
  let phases: PhaseSelection
  /// The part of a fan-out that the build plays.
  var shard: Shard?
  let host: Host

  func prepare() async throws(ToolError) -> Outcome {
    let ground = try RunGround(options, host: host)
    let source = try ground.readBuildspec()
    let file = BuildspecFile(source: source)
    let obstacles = RunObstacles.find(in: file)
    if !obstacles.isEmpty {
      let mask = SecretMask(ground.variables.secrets.map(\.value))
      return .rejected(
        RejectedBuild(source: source, diagnostics: obstacles, mask: mask, folder: ground.folder))
    }
    guard !file.buildspec.phases.isEmpty else {
      let hint = file.buildspec.batch == nil ? "" : "; `buildspec batch` runs its batch"
      throw ToolError(.failure, "\(source.path): there is no phase to run\(hint)")
    }
    let sources = try await ground.sources()
    var request = ground.request(sources)
    request.selection = phases
    request.shard = shard
    return .ready(try ground.job(Planner.plan(file, request: request), sources))
  }
}

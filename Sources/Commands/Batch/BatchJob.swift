import BuildExecution
import BuildPlanning
import BuildspecModel
import Diagnostics
import SystemPackage

/// A batch that can be run, with all that its builds share.
struct BatchJob: Sendable {
  let plan: BatchPlan
  private let ground: RunGround
  private let request: RunRequest
  /// The buildspecs of the builds that run, by their names; `nil` names the batch's own.
  private let files: [String?: BuildspecFile]
  /// What all builds have in common.
  private var template: RunJob

  /// - Throws: a folder that cannot be used, or a value that `--offline` keeps from being fetched.
  init(
    _ plan: BatchPlan, files: [String?: BuildspecFile], ground: RunGround, sources: RunSources,
    anyType: Bool
  ) throws(ToolError) {
    self.plan = plan
    self.files = files
    self.ground = ground
    var request = ground.request(sources)
    request.honorsBatchType = !anyType
    self.request = request
    guard let file = files.values.first else {
      throw ToolError(.failure, "\(plan.buildspecPath): no build of the batch is left to run")
    }
    template = try ground.job(Planner.plan(file, request: request), sources)
    guard ground.options.offline else { return }
    for number in plan.builds.indices {
      if let job = job(of: number) { try OfflineCheck.check(job.plan) }
    }
  }

  /// The project's folder.
  var source: FilePath { template.source }

  /// Takes a folder of the batch's own for no part of the source.
  mutating func leaveOut(_ folder: FilePath) { template.ownFolders.insert(folder) }

  /// What one of its builds will do; `nil` for one that is not run.
  func job(of number: Int) -> RunJob? {
    let build = plan.builds[number]
    guard build.leftOut == nil, let file = files[build.buildspec] else { return nil }
    var request = request
    request.batchBuild = build
    var job = template
    job.plan = Planner.plan(file, request: request)
    job.secrets = ground.variables.secretValues(of: job.plan)
    job.batchBuild = build.identifier
    return job
  }
}

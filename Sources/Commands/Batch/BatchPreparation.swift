import BuildExecution
import BuildPlanning
import BuildspecModel
import Reporting
import RunRecords

/// From the flags to a batch whose builds can start.
struct BatchPreparation {
  /// A batch that can be run, or what is wrong with it or with the buildspecs of its builds.
  enum Outcome {
    case ready(BatchJob)
    case rejected(RejectedBatch)
  }

  let options: BatchOptions
  let shared: RunOptions
  let host: Host

  func prepare() async throws(ToolError) -> Outcome {
    if shared.inPlace {
      throw .usage("--in-place: each build of a batch has a copy of the source; leave it out")
    }
    let batch: BatchReading.Content
    switch try BatchReading(options: shared, nodes: options.nodes, host: host).read() {
    case .rejected(let rejected): return .rejected(rejected)
    case .ready(let read): batch = read
    }
    let ground = batch.ground
    var plan = batch.plan
    try apply(to: &plan, ground)
    plan = try await supported(plan, ground)
    try requireImages(plan)
    let buildspecs = try BatchBuildspecs.read(plan, own: batch.file, ground)
    guard buildspecs.rejected.isEmpty else {
      return .rejected(RejectedBatch(buildspecs.rejected, ground))
    }
    let sources = try await ground.sources()
    return .ready(
      try BatchJob(
        plan, files: buildspecs.files, ground: ground, sources: sources, anyType: options.anyType))
  }

  private func apply(to plan: inout BatchPlan, _ ground: RunGround) throws(ToolError) {
    if let failsFast = options.fastFail { plan.failsFast = failsFast }
    if options.rerunFailed {
      let batches = RunsFolder.batches(of: ground.folder, host: host)
      let last = try RunsOptions.attempt {
        try BatchHistory(batches, buildspec: plan.buildspecPath).latest
      }
      guard let last else {
        throw .usage("--rerun-failed: there is no record of this batch")
      }
      plan = last.leavingOutDone(plan)
    }
    do { plan = try options.selection.applied(to: plan) } catch {
      throw .usage(error.description)
    }
  }

  private func supported(
    _ plan: BatchPlan, _ ground: RunGround
  ) async throws(ToolError) -> BatchPlan {
    let platform = try await EnginePlatform(container: shared.container.planned(), host: host)
      .find()
    return platform.applied(
      to: plan, defaultType: ground.project?.environmentType, anyType: options.anyType)
  }

  /// With a container engine each build needs an image, its own or the one of `--image`.
  private func requireImages(_ plan: BatchPlan) throws(ToolError) {
    guard let container = shared.container.planned(), container.image.isEmpty else { return }
    let without = plan.builds.filter { $0.leftOut == nil && $0.environment.image == nil }
    guard let first = without.first else { return }
    let others = without.count > 1 ? " and \(without.count - 1) more" : ""
    throw .usage(
      "--engine \(container.engine.rawValue): \(first.identifier)\(others) "
        + "of the batch names no image; name one with --image")
  }
}

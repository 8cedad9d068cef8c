import BuildExecution
import BuildPlanning
import BuildspecModel
import Diagnostics
import Reporting

/// From the flags to the plan of a batch, before anybody chooses among its builds.
struct BatchReading {
  /// A file whose batch can be planned.
  struct Content {
    let ground: RunGround
    let file: BuildspecFile
    let plan: BatchPlan
  }

  /// A batch, or what is wrong with it.
  enum Outcome {
    case ready(Content)
    case rejected(RejectedBatch)
  }

  let options: RunOptions
  /// Builds among which a fan-out is split, whatever its file says.
  let nodes: Int?
  let host: Host

  func read() throws(ToolError) -> Outcome {
    let ground = try RunGround(options, host: host)
    let file = BuildspecFile(source: try ground.readBuildspec())
    let obstacles = BatchObstacles.find(in: file)
    guard obstacles.isEmpty else {
      let findings = FileFindings(source: file.source, diagnostics: obstacles)
      return .rejected(RejectedBatch([findings], ground))
    }
    let isOnHost = options.container.planned() == nil
    guard var plan = BatchPlanner.plan(file, isOnHost: isOnHost) else { throw noBatch(file) }
    if let nodes {
      guard plan.kind == .fanout else {
        throw .usage("--nodes \(nodes): the batch has no build-fanout")
      }
      guard nodes <= Batch.buildLimit else {
        throw .usage("--nodes \(nodes): a batch has \(Batch.buildLimit) builds at most")
      }
      plan.split(among: nodes)
    }
    return .ready(Content(ground: ground, file: file, plan: plan))
  }

  private func noBatch(_ file: BuildspecFile) -> ToolError {
    let kinds = BatchKind.allCases.map(\.rawValue).joined(separator: ", ")
    guard let batch = file.buildspec.batch else {
      return ToolError(
        .failure, "\(file.source.path): it has no batch; `buildspec run` runs it as one build")
    }
    let place = PlanPlace(batch.range, in: file.source)
    return ToolError(.failure, "\(place): the batch has no builds; it takes one of \(kinds)")
  }
}

import BuildExecution
import BuildPlanning
import BuildspecModel
import Diagnostics
import SystemPackage

/// From the flags to the plan of a batch, before anybody chooses among its builds.
struct BatchPreparation {
  /// A file whose batch can be run.
  struct Prepared {
    let file: BuildspecFile
    let plan: BatchPlan
    let project: BuildProject?
    /// The source folder.
    let folder: FilePath
  }

  /// A batch that can be run, or what is wrong with it.
  enum Outcome {
    case ready(Prepared)
    case rejected(RejectedBuild)
  }

  let options: RunOptions
  let host: Host

  /// - Parameter isOnHost: whether the builds run on this machine itself and not in containers.
  func prepare(isOnHost: Bool) throws(ToolError) -> Outcome {
    let preparation = RunPreparation(options: options, phases: PhaseSelection(), host: host)
    let folder = try preparation.sourceFolder()
    let project = try ProjectChoice(file: options.project).read()
    let source = try preparation.readBuildspec(of: project)
    let secrets = try GivenVariables(options, host: host).secrets.map(\.value)
    let file = BuildspecFile(source: source)
    let obstacles = BatchObstacles.find(in: file)
    guard obstacles.isEmpty else {
      return .rejected(
        RejectedBuild(
          source: source, diagnostics: obstacles, mask: SecretMask(secrets), folder: folder))
    }
    guard let plan = BatchPlanner.plan(file, isOnHost: isOnHost) else { throw noBatch(file) }
    return .ready(Prepared(file: file, plan: plan, project: project, folder: folder))
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

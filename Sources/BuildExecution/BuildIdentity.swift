import BuildPlanning
import SystemPackage

/// What a build gets when it begins: the values that the plan could not know.
struct BuildIdentity {
  var identifier: String
  var startedAt: Timestamp

  init(host: Host) {
    self.identifier = "local:\(host.randomness.uuid())"
    self.startedAt = host.clock.now()
  }

  /// The environment of the commands.
  func environment(
    for plan: RunPlan, inherited: [String: String], source: FilePath
  ) -> [String: String] {
    var environment = inherited
    for variable in plan.variables {
      if case .text(let text) = variable.value { environment[variable.name] = text }
    }
    let region = environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"]
    for variable in plan.variables {
      guard case .atRun(let value) = variable.value else { continue }
      environment[variable.name] = text(value, region: region, source: source)
    }
    return environment
  }

  private func text(
    _ value: PlannedValue.RunTimeValue, region: String?, source: FilePath
  ) -> String {
    switch value {
    case .buildIdentifier: identifier
    // The region of the local agent, which sets the same name.
    case .buildARN:
      "arn:aws:codebuild:\(region ?? "us-east-1"):000000000000:build/\(identifier)"
    case .sourceDirectory: source.string
    case .startTime: String(startedAt.microseconds / 1_000)
    case .succeeding: "1"
    }
  }
}

import BuildPlanning
import SystemPackage

/// What a build gets when it begins: the values that the plan could not know.
struct BuildIdentity {
  /// In lower case.
  let uuid: String
  var startedAt: Timestamp

  init(host: Host) {
    self.uuid = host.randomness.uuid()
    self.startedAt = host.clock.now()
  }

  var identifier: String { "local:\(uuid)" }

  /// With the region of the local agent where none is known, which sets the same name.
  func arn(region: String?) -> String {
    "arn:aws:codebuild:\(region ?? "us-east-1"):000000000000:build/\(identifier)"
  }

  /// The environment of the commands.
  func environment(
    for plan: RunPlan, inherited: [String: String], source: FilePath,
    secondary: [String: FilePath] = [:], secrets: SecretSet
  ) -> [String: String] {
    var environment = inherited
    for variable in plan.variables {
      switch variable.value {
      case .text(let text): environment[variable.name] = text
      case .secret, .fetched: environment[variable.name] = secrets.values[variable.name]
      case .atRun: break
      }
    }
    let region = environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"]
    for variable in plan.variables {
      guard case .atRun(let value) = variable.value else { continue }
      let identifier = variable.name.dropFirst("CODEBUILD_SRC_DIR_".count)
      let source = value == .secondarySource ? secondary[String(identifier)] ?? source : source
      environment[variable.name] = text(value, region: region, source: source)
    }
    return environment
  }

  private func text(
    _ value: PlannedValue.RunTimeValue, region: String?, source: FilePath
  ) -> String {
    switch value {
    case .buildIdentifier: identifier
    case .buildARN: arn(region: region)
    case .sourceDirectory, .secondarySource: source.string
    case .startTime: String(startedAt.microseconds / 1_000)
    case .succeeding: "1"
    }
  }
}

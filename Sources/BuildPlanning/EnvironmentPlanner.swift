import BuildspecModel
import Diagnostics

/// Puts the variables together. Precedence, the lowest first: the inherited environment,
/// `env.variables`, what the service sets, options such as `--region`, `--env-file`, `-e`.
///
/// The service forbids a buildspec to set `CODEBUILD_*`; here such an entry loses against the
/// built-in variable. `-e` may set them, so that a webhook or a batch can be played through.
struct EnvironmentPlanner {
  private var variables: [String: PlannedVariable] = [:]

  static func plan(
    _ section: EnvironmentSection?, request: RunRequest, source: SourceText
  ) -> [PlannedVariable] {
    var planner = EnvironmentPlanner()
    for entry in section?.variables ?? [] {
      let name = entry.name.value
      if isReserved(name) { continue }
      let origin = VariableOrigin.buildspec(PlanPlace(entry.name.range, in: source))
      planner.set(PlannedVariable(name: name, value: .text(entry.value.value), origin: origin))
    }
    for variable in BuiltInVariables.all(for: request) { planner.set(variable) }
    planner.set("AWS_PROFILE", request.profile, option: "--profile")
    planner.set("AWS_ENDPOINT_URL", request.endpointURL, option: "--endpoint-url")
    for given in request.fileVariables + request.flagVariables {
      planner.set(
        PlannedVariable(name: given.name, value: .text(given.value), origin: given.origin))
    }
    return planner.variables.values.sorted { $0.name < $1.name }
  }

  /// Whether a buildspec may not set `name`.
  static func isReserved(_ name: String) -> Bool {
    name.hasPrefix(BuiltInVariables.reservedPrefix) && !BuiltInVariables.switches.contains(name)
  }

  private mutating func set(_ variable: PlannedVariable) {
    var variable = variable
    if let loser = variables[variable.name] {
      variable.overrides = [loser.origin] + loser.overrides
    }
    variables[variable.name] = variable
  }

  private mutating func set(_ name: String, _ value: String?, option: String) {
    guard let value else { return }
    set(PlannedVariable(name: name, value: .text(value), origin: .option(option)))
  }
}

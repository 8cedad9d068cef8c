import BuildPlanning

extension RunJob {
  /// The environment of the `aws` command where this tool itself runs it. Variables of flags and their
  /// files count, as they do for the commands; those of the buildspec are for the commands alone.
  func awsEnvironment(inherited: [String: String]) -> [String: String] {
    var environment = inherited
    for variable in plan.variables where variable.name.hasPrefix("AWS_") {
      switch (variable.value, variable.origin) {
      case (.secret, _): environment[variable.name] = secrets[variable.name]
      case (.text(let text), .option), (.text(let text), .environmentFile),
        (.text(let text), .flag):
        environment[variable.name] = text
      default: break
      }
    }
    environment["AWS_PAGER"] = ""
    return environment
  }
}

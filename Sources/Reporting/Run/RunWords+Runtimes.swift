import BuildExecution

extension RunWords {
  /// The line of the service's log; `nil` for what it does not tell. The words about a runtime that
  /// another one requires are not known.
  static func log(_ step: RuntimeStep) -> String? {
    switch step {
    case .resolved(let runtime, let alias, let version):
      "Resolved '\(runtime)' runtime alias '\(alias)' to '\(version)'."
    case .selected(let runtime, let version):
      "Selecting '\(runtime)' runtime version '\(version)' based on manual selections..."
    case .required(let runtime, let version, let dependent):
      "Selecting '\(runtime)' runtime version '\(version)', which '\(dependent)' requires..."
    case .notOverridden(let runtime, let version, let dependent, let dependentVersion):
      "Runtime '\(dependent)' version '\(dependentVersion)' has a dependency on runtime "
        + "'\(runtime)', but '\(runtime)' version '\(version)' has already been manually "
        + "selected. Not attempting to override."
    case .unsupported:
      "[WARN] Skipping install of runtimes. "
        + "Runtime version selection is not supported by this build image."
    case .commandStarted(let text): "Running command \(text)"
    case .commandFinished(let text, let outcome):
      outcome.isSuccess
        ? nil : "Command did not exit successfully \(text) \(outcome.reason)"
    case .chosen, .finished: nil
    }
  }
}

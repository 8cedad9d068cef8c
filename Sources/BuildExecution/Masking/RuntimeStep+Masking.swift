extension RuntimeStep {
  /// Versions may come from variables, and commands from the image.
  func masked(by mask: SecretMask) -> RuntimeStep {
    switch self {
    case .resolved(let runtime, let alias, let version):
      .resolved(runtime: runtime, alias: mask.masked(alias), version: mask.masked(version))
    case .selected(let runtime, let version):
      .selected(runtime: runtime, version: mask.masked(version))
    case .required(let runtime, let version, let dependent):
      .required(runtime: runtime, version: mask.masked(version), dependent: dependent)
    case .notOverridden(let runtime, let version, let dependent, let dependentVersion):
      .notOverridden(
        runtime: runtime, version: mask.masked(version), dependent: dependent,
        dependentVersion: mask.masked(dependentVersion))
    case .commandStarted(let text): .commandStarted(mask.masked(text))
    case .commandFinished(let text, let outcome): .commandFinished(mask.masked(text), outcome)
    case .chosen(let runtime, let version, let place):
      .chosen(runtime: runtime, version: version, place: mask.masked(place))
    case .unsupported, .finished: self
    }
  }
}

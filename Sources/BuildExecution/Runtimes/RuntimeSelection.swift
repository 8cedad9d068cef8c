import BuildspecModel

/// Chooses versions from an image's list as the service does.
///
/// The service has not published what it does about conflicts but that they fail the build, so the
/// words about these are ours.
struct RuntimeSelection {
  struct Wanted {
    let runtime: String
    let version: String
  }

  struct Choice {
    let runtime: String
    /// As the buildspec has it, with `latest` and `3.x` resolved.
    let version: String
    let entry: RuntimeList.Version

    /// Whether the commands need to be told the version.
    var isStandard: Bool { entry.name == RuntimeList.standard }
  }

  let list: RuntimeList
  let report: (RuntimeStep) -> Void

  /// What has to be installed, in this order.
  func choices(for wanted: [Wanted]) throws(RuntimeProblem) -> [Choice] {
    let resolved = wanted.map(resolve)
    var choices: [Choice] = []
    for want in resolved { choices.append(try choice(want)) }
    var pending = choices
    while !pending.isEmpty {
      let dependent = pending.removeFirst()
      for requirement in dependent.entry.requirements {
        if let known = choices.first(where: { $0.runtime == requirement.runtime }) {
          try check(known, requirement, of: dependent)
        } else if let other = try require(requirement, for: dependent) {
          choices.insert(other, at: 0)
          pending.append(other)
        }
      }
    }
    return choices
  }

  /// Puts a version in the place of `latest` and `3.x`.
  private func resolve(_ want: Wanted) -> Wanted {
    var result = want
    let names = list.runtime(want.runtime)?.names ?? []
    switch RuntimeSelector(want.version) {
    case .latest, .series:
      let selector = RuntimeSelector(want.version)
      if let newest = RuntimeVersionOrder.newest(names.filter { selector.fits([$0]) }) {
        report(.resolved(runtime: want.runtime, alias: want.version, version: newest))
        result = Wanted(runtime: want.runtime, version: newest)
      }
    case .variable, .exact: break
    }
    report(.selected(runtime: want.runtime, version: result.version))
    return result
  }

  private func choice(_ want: Wanted) throws(RuntimeProblem) -> Choice {
    guard let runtime = list.runtime(want.runtime) else {
      let names = list.runtimes.map(\.name).sorted().joined(separator: ", ")
      throw RuntimeProblem(
        "Unknown runtime named '\(want.runtime)'. "
          + "This build image has the following runtimes: \(names)")
    }
    if let entry = runtime.version(want.version) {
      return Choice(runtime: runtime.name, version: want.version, entry: entry)
    }
    if case .exact = RuntimeSelector(want.version), !want.version.isEmpty,
      let entry = runtime.version(RuntimeList.standard)
    {
      return Choice(runtime: runtime.name, version: want.version, entry: entry)
    }
    throw RuntimeProblem(
      "Unknown runtime version named '\(want.version)' of \(runtime.name). "
        + "This build image has the following versions: "
        + runtime.names.joined(separator: ", "))
  }

  private func check(
    _ known: Choice, _ requirement: RuntimeList.Requirement, of dependent: Choice
  ) throws(RuntimeProblem) {
    guard !requirement.versions.contains(known.version) else { return }
    report(
      .notOverridden(
        runtime: known.runtime, version: known.version, dependent: dependent.runtime,
        dependentVersion: dependent.version))
    throw RuntimeProblem(
      "Runtime '\(dependent.runtime)' version '\(dependent.version)' requires runtime "
        + "'\(known.runtime)' version \(Self.list(requirement.versions)), "
        + "but version '\(known.version)' is selected")
  }

  /// `nil` when any version will do, since the image then has one.
  private func require(
    _ requirement: RuntimeList.Requirement, for dependent: Choice
  ) throws(RuntimeProblem) -> Choice? {
    guard let version = requirement.versions.first else { return nil }
    report(
      .required(runtime: requirement.runtime, version: version, dependent: dependent.runtime))
    return try choice(Wanted(runtime: requirement.runtime, version: version))
  }

  private static func list(_ versions: [String]) -> String {
    versions.map { "'\($0)'" }.joined(separator: " or ")
  }
}

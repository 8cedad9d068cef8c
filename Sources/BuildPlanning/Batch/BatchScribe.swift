import BuildspecModel
import Diagnostics

/// Copies the builds of a batch into the plan, with their places.
struct BatchScribe {
  let source: SourceText

  /// `nil` unless each build has a name of its own.
  func list(_ builds: [BatchBuild]) -> [PlannedBuild]? {
    let planned = builds.compactMap(build)
    guard planned.count == builds.count, Set(planned.map(\.identifier)).count == builds.count else {
      return nil
    }
    return planned
  }

  /// `nil` also when a build waits for itself, be it through others, or for one that is not there.
  func graph(_ builds: [BatchBuild]) -> [PlannedBuild]? {
    guard var planned = list(builds) else { return nil }
    let graph = DependencyGraph(builds)
    guard graph.cycles().isEmpty else { return nil }
    for number in planned.indices {
      let (edges, mentions) = (graph.edges[number], builds[number].dependsOn)
      guard edges.count == mentions.count else { return nil }
      planned[number].parents = Set(edges.map(\.to)).sorted()
      planned[number].places[.dependOn] = mentions.first.map { place($0.range) }
    }
    return planned
  }

  /// `nil` without a number of builds.
  func fanout(_ fanout: BatchFanout) -> [PlannedBuild]? {
    guard let count = fanout.buildCount, let parallelism = fanout.parallelism else { return nil }
    let place = place(parallelism.range)
    var places: [BatchBuildKey: PlanPlace] = [:]
    places[.ignoreFailure] = fanout.ignoreFailure.map { self.place($0.range) }
    return (1...count).map { number in
      PlannedBuild(
        identifier: "build_\(number)", ignoresFailure: fanout.ignoreFailure?.value ?? false,
        shard: Shard(number: number, count: count), place: place, places: places)
    }
  }

  func place(_ range: SourceRange) -> PlanPlace { PlanPlace(range, in: source) }

  /// What `env` overrides; the places of its keys are added to `places`.
  func environment(
    _ env: BatchEnvironment, _ places: inout [BatchBuildKey: PlanPlace]
  ) -> BatchBuildEnvironment {
    places[.image] = env.image.map { place($0.range) }
    places[.computeType] = env.computeType.map { place($0.range) }
    places[.type] = env.type.map { place($0.range) }
    places[.privilegedMode] = env.privilegedMode.map { place($0.range) }
    places[.fleet] = env.fleet.map { place($0.range) }
    places[.variables] = env.variables.first.map { place($0.name.range) }
    return BatchBuildEnvironment(
      image: env.image?.value, computeType: env.computeType?.value, type: env.type?.value,
      isPrivileged: env.privilegedMode?.value, fleet: env.fleet?.value,
      variables: Self.lastOfEach(env.variables.map(variable)))
  }

  func variable(_ entry: EnvironmentEntry) -> BatchVariable {
    BatchVariable(
      name: entry.name.value, value: entry.value.value, place: place(entry.name.range))
  }

  /// Of variables with one name the last, at its own place in the order.
  static func lastOfEach(_ variables: [BatchVariable]) -> [BatchVariable] {
    var seen: Set<String> = []
    return Array(variables.reversed().filter { seen.insert($0.name).inserted }.reversed())
  }

  private func build(_ build: BatchBuild) -> PlannedBuild? {
    guard let identifier = build.identifier else { return nil }
    let place = place(identifier.range)
    var places: [BatchBuildKey: PlanPlace] = [.identifier: place]
    places[.buildspec] = build.buildspec.map { self.place($0.range) }
    places[.ignoreFailure] = build.ignoreFailure.map { self.place($0.range) }
    places[.debugSession] = build.debugSession.map { self.place($0.range) }
    let environment = build.env.map { self.environment($0, &places) }
    return PlannedBuild(
      identifier: identifier.value, buildspec: build.buildspec?.value,
      environment: environment ?? BatchBuildEnvironment(),
      ignoresFailure: build.ignoreFailure?.value ?? false,
      wantsDebugSession: build.debugSession?.value ?? false, place: place, places: places)
  }
}

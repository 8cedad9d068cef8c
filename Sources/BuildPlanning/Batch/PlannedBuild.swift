/// One build of a batch.
package struct PlannedBuild: Codable, Hashable, Sendable {
  package var identifier: String
  /// Its buildspec as written, relative to the source folder; `nil` for the batch's own file.
  package var buildspec: String?
  package var environment: BatchBuildEnvironment
  package var ignoresFailure: Bool
  package var wantsDebugSession: Bool
  /// Numbers of the builds that it waits for, in the order of the plan, each once.
  package var parents: [Int]
  /// Its part of a fan-out.
  package var shard: Shard?
  /// Why it is not run; `nil` when it is.
  package var leftOut: LeftOut?
  /// Where the file speaks of it.
  package var place: PlanPlace?
  /// Where each key stands that it has.
  package var places: [BatchBuildKey: PlanPlace]

  package init(
    identifier: String, buildspec: String? = nil,
    environment: BatchBuildEnvironment = BatchBuildEnvironment(), ignoresFailure: Bool = false,
    wantsDebugSession: Bool = false, parents: [Int] = [], shard: Shard? = nil,
    leftOut: LeftOut? = nil, place: PlanPlace? = nil, places: [BatchBuildKey: PlanPlace] = [:]
  ) {
    self.identifier = identifier
    self.buildspec = buildspec
    self.environment = environment
    self.ignoresFailure = ignoresFailure
    self.wantsDebugSession = wantsDebugSession
    self.parents = parents
    self.shard = shard
    self.leftOut = leftOut
    self.place = place
    self.places = places
  }
}

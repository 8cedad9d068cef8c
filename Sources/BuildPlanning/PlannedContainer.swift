import BuildspecModel

/// The container that a build runs in.
package struct PlannedContainer: Codable, Hashable, Sendable {
  /// When the image is fetched from its registry.
  package enum Pull: String, CaseIterable, Codable, Sendable {
    case always, missing, never
  }

  /// Builds whose container stays behind.
  package enum Keep: String, CaseIterable, Codable, Sendable {
    case failed, always
  }

  /// The command line tool that is asked for everything.
  package var engine: ContainerProgram
  package var image: String
  package var pull = Pull.missing
  package var isPrivileged = false
  /// Whether the commands can use the engine that runs them.
  package var hasEngineSocket = false
  package var network: String?
  /// Such as `linux/arm64`.
  package var platform: String?
  package var computeType: String?
  package var limits: ContainerLimits?
  /// Whether the copy of the source is mounted instead of sent.
  package var bindsSource = false
  /// `nil` keeps none.
  package var keep: Keep?

  package init(engine: ContainerProgram, image: String) {
    self.engine = engine
    self.image = image
  }

  /// Takes over what a build of a batch asks for.
  package mutating func take(_ environment: BatchBuildEnvironment) {
    if let image = environment.image { self.image = image }
    if let isPrivileged = environment.isPrivileged { self.isPrivileged = isPrivileged }
    let type = environment.type.flatMap(EnvironmentType.init)
    if platform == nil, type?.platform == .linuxARM { platform = "linux/arm64" }
    if let computeType = environment.computeType { self.computeType = computeType }
    limits = computeType.flatMap(ComputeType.init).flatMap {
      ContainerLimits($0, platform: platform)
    }
  }
}

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
}

package import BuildspecModel

/// What a container may use, as the compute types of the service give it.
package struct ContainerLimits: Codable, Hashable, Sendable {
  package var processors: Int
  /// GiB.
  package var memory: Int

  /// - Parameter platform: as `--platform` names it; `nil` is taken for x86.
  /// - Returns: `nil` for a type that is not one of a Linux machine.
  package init?(_ type: ComputeType, platform: String?) {
    let isARM = platform?.contains("arm") == true
    guard let size = ComputeSize.of(type, in: isARM ? .armContainer : .linuxContainer) else {
      return nil
    }
    processors = size.processors
    memory = size.memory
  }
}

/// What one compute type gives in one environment type.
///
/// Source: CodeBuild user guide, compute modes and types, read in November 2026.
package struct ComputeSize: Hashable, Sendable {
  /// GiB.
  package let memory: Int
  package let processors: Int
  /// GB.
  package let disk: Int

  private init(_ memory: Int, _ processors: Int, _ disk: Int) {
    self.memory = memory
    self.processors = processors
    self.disk = disk
  }

  /// `nil` when the pair is not offered on demand, or not documented in these terms.
  package static func of(_ type: ComputeType, in environment: EnvironmentType) -> ComputeSize? {
    switch (environment, type) {
    case (.linuxContainer, .small), (.linuxEC2, .small), (.armContainer, .small), (.armEC2, .small):
      ComputeSize(4, 2, 64)
    case (.linuxContainer, .medium), (.linuxEC2, .medium), (.armContainer, .medium),
      (.armEC2, .medium), (.windowsServer2019, .medium), (.windowsServer2022, .medium),
      (.windowsEC2, .medium):
      ComputeSize(8, 4, 128)
    case (.linuxContainer, .large), (.linuxEC2, .large), (.armContainer, .large), (.armEC2, .large),
      (.windowsServer2019, .large), (.windowsServer2022, .large), (.windowsEC2, .large):
      ComputeSize(16, 8, 128)
    case (.linuxContainer, .xlarge), (.windowsServer2022, .xlarge): ComputeSize(72, 36, 256)
    case (.linuxContainer, .xxlarge), (.windowsServer2022, .xxlarge): ComputeSize(144, 72, 824)
    case (.armContainer, .xlarge): ComputeSize(64, 32, 256)
    case (.armContainer, .xxlarge): ComputeSize(96, 48, 824)
    case (.linuxGPU, .small): ComputeSize(16, 4, 235)
    case (.linuxGPU, .large): ComputeSize(255, 32, 50)
    default: nil
    }
  }
}

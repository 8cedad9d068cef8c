/// The kinds of build environment.
///
/// Source: `EnvironmentType` of the CodeBuild API, botocore 1.43.11.
package enum EnvironmentType: String, CaseIterable, Sendable {
  /// Superseded by the types that name a version.
  case windows = "WINDOWS_CONTAINER"
  case linuxContainer = "LINUX_CONTAINER"
  case linuxGPU = "LINUX_GPU_CONTAINER"
  case armContainer = "ARM_CONTAINER"
  case windowsServer2019 = "WINDOWS_SERVER_2019_CONTAINER"
  case windowsServer2022 = "WINDOWS_SERVER_2022_CONTAINER"
  case linuxLambda = "LINUX_LAMBDA_CONTAINER"
  case armLambda = "ARM_LAMBDA_CONTAINER"
  case linuxEC2 = "LINUX_EC2"
  case armEC2 = "ARM_EC2"
  case windowsEC2 = "WINDOWS_EC2"
  case macARM = "MAC_ARM"

  package var isLambda: Bool { self == .linuxLambda || self == .armLambda }

  /// The platform of the images that run in it.
  package var platform: CuratedImage.Platform {
    switch self {
    case .windows, .windowsServer2019, .windowsServer2022, .windowsEC2: .windows
    case .linuxContainer, .linuxGPU, .linuxLambda, .linuxEC2: .linuxX86
    case .armContainer, .armLambda, .armEC2: .linuxARM
    case .macARM: .macARM
    }
  }
}

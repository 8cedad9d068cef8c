/// The sizes of a build machine.
///
/// Source: `ComputeType` of the CodeBuild API, botocore 1.43.11.
package enum ComputeType: String, CaseIterable, Sendable {
  case small = "BUILD_GENERAL1_SMALL"
  case medium = "BUILD_GENERAL1_MEDIUM"
  case large = "BUILD_GENERAL1_LARGE"
  case xlarge = "BUILD_GENERAL1_XLARGE"
  case xxlarge = "BUILD_GENERAL1_2XLARGE"
  case lambda1GB = "BUILD_LAMBDA_1GB"
  case lambda2GB = "BUILD_LAMBDA_2GB"
  case lambda4GB = "BUILD_LAMBDA_4GB"
  case lambda8GB = "BUILD_LAMBDA_8GB"
  case lambda10GB = "BUILD_LAMBDA_10GB"
  /// Only with a fleet.
  case attributeBased = "ATTRIBUTE_BASED_COMPUTE"
  /// Only with a fleet.
  case customInstance = "CUSTOM_INSTANCE_TYPE"

  package var isLambda: Bool {
    switch self {
    case .lambda1GB, .lambda2GB, .lambda4GB, .lambda8GB, .lambda10GB: true
    default: false
    }
  }

  /// Whether the size is one of a machine, and not of a function or a fleet.
  package var isGeneral: Bool {
    switch self {
    case .small, .medium, .large, .xlarge, .xxlarge: true
    default: false
    }
  }
}

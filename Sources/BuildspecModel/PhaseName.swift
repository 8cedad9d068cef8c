/// The four phases that run commands, in the order in which CodeBuild runs them.
package enum PhaseName: String, CaseIterable, Codable, Sendable {
  case install
  case preBuild = "pre_build"
  case build
  case postBuild = "post_build"

  /// The name in logs and in the API, such as `PRE_BUILD`.
  package var logName: String {
    switch self {
    case .install: "INSTALL"
    case .preBuild: "PRE_BUILD"
    case .build: "BUILD"
    case .postBuild: "POST_BUILD"
    }
  }
}

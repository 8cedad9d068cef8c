package import BuildspecModel

/// The phases of a build that are logged.
package enum BuildPhase: String, CaseIterable, Codable, Sendable {
  case downloadSource = "DOWNLOAD_SOURCE"
  case install = "INSTALL"
  case preBuild = "PRE_BUILD"
  case build = "BUILD"
  case postBuild = "POST_BUILD"
  case uploadArtifacts = "UPLOAD_ARTIFACTS"

  package init(_ name: PhaseName) {
    switch name {
    case .install: self = .install
    case .preBuild: self = .preBuild
    case .build: self = .build
    case .postBuild: self = .postBuild
    }
  }
}

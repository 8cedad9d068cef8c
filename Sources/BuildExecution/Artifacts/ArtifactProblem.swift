/// An artifact that cannot be made from what the build left: it fails UPLOAD_ARTIFACTS.
struct ArtifactProblem: Error, Hashable {
  /// In the service's words where they are known.
  var message: String

  static func noFiles(_ identifier: String?) -> ArtifactProblem {
    let suffix = identifier.map { " for artifact \($0)" } ?? ""
    return ArtifactProblem(message: "no matching artifact paths found\(suffix)")
  }

  static let noDefinition = ArtifactProblem(
    message: "no definition for primary artifacts in buildspec")

  static func noBase(_ text: String) -> ArtifactProblem {
    ArtifactProblem(message: "no matching base directory paths found for \(text)")
  }

  static func outside(_ text: String) -> ArtifactProblem {
    ArtifactProblem(message: "artifact path \(text) leaves the folder it is taken from")
  }
}

import BuildPlanning
import SystemPackage

/// Where an artifact goes below the folder or the S3 path of all artifacts.
struct ArtifactLayout {
  let packaging: ArtifactPackaging
  let namespace: ArtifactNamespace
  /// The UUID of the build, as the service puts it into paths.
  let build: String
  /// Whether the artifacts go to S3, where a folder has the artifact's name.
  let isRemote: Bool
  /// Identifier of the build in its batch. Artifacts are then `<identifier>`, secondary ones
  /// `<identifier>_<artifact>`, as the service names those of a batch in a pipeline.
  var batchBuild: String?

  /// Name of a ZIP without one, as the local agent of AWS has it.
  private static let standardName = "artifacts"

  /// A relative path; empty for the folder of all artifacts itself.
  func path(identifier: String?, name: String?, prefix: String?) throws -> FilePath {
    var path = FilePath()
    var identifier = identifier
    if let batchBuild {
      let folder = identifier.map { "\(batchBuild)_\($0)" } ?? batchBuild
      try append(folder, to: &path, of: "folder")
      identifier = nil
    }
    if namespace == .buildID {
      if let prefix { try append(prefix, to: &path, of: "s3-prefix") }
      try append(build, to: &path, of: "build")
    }
    switch packaging {
    case .zip:
      let file = name ?? identifier ?? Self.standardName
      try append(file.hasSuffix(".zip") ? file : "\(file).zip", to: &path, of: "name")
    case .none:
      if let folder = (isRemote ? name : nil) ?? identifier {
        try append(folder, to: &path, of: "name")
      }
    }
    return path
  }

  /// Adds the components of a text, none of which may lead upwards. A `/` in front counts for nothing,
  /// as in S3.
  private func append(_ text: String, to path: inout FilePath, of key: String) throws {
    for part in text.split(separator: "/") where part != "." {
      guard let component = FilePath.Component(String(part)), component.kind == .regular else {
        throw ArtifactProblem(message: "artifact \(key) \(text) leaves the folder of the artifacts")
      }
      path.append(component)
    }
  }
}

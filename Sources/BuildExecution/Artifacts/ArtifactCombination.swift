package import BuildPlanning
package import SystemPackage

/// The primary artifacts of all builds of a batch as one, with a folder for each build. They wait beside
/// their place until the batch has succeeded, so that a failed one leaves nothing.
package struct ArtifactCombination: Sendable {
  /// Where the builds write their artifacts.
  package let staging: FilePath
  private let target: FilePath
  private let packaging: ArtifactPackaging
  private let host: Host

  /// - Parameter target: the folder of the artifacts.
  package init(target: FilePath, packaging: ArtifactPackaging, host: Host) throws {
    self.target = target
    self.packaging = packaging
    self.host = host
    staging = target.appending(".buildspec-\(host.randomness.hex(8))")
    try host.files.createFolders(target, mode: 0o755)
    try host.files.createFolder(staging, mode: 0o700)
  }

  /// Puts what the builds wrote in its place.
  /// - Parameter builds: identifiers; what else is there is not taken over.
  /// - Returns: where the files are now, and their number; `nil` when there is none.
  package func combine(_ builds: [String]) throws -> (place: FilePath, fileCount: Int)? {
    let folders = try builds.filter { build in
      try host.files.status(staging.pushing(FilePath(build)))?.kind == .folder
    }
    guard !folders.isEmpty else { return nil }
    let collector = ArtifactCollector(files: host.files, source: staging, step: { _ in })
    let files = try folders.flatMap { build in
      try collector.collect(
        ArtifactRequest(
          files: ["**/*"], baseDirectory: build, excludePaths: [], discardPaths: false,
          keepsLinks: true)
      ).map { file in
        var file = file
        file.target = FilePath(build).pushing(file.target)
        return file
      }
    }
    return (try write(files), files.count)
  }

  /// Removes what is not in its place.
  package func cleanUp() { try? host.files.removeTree(staging) }

  private func write(_ files: [ArtifactFile]) throws -> FilePath {
    switch packaging {
    case .none:
      try ArtifactWriter(host: host).write(files, to: target)
      return target
    case .zip:
      let archive = target.appending("artifacts.zip")
      try ArtifactArchive(host: host, isStopped: { false }).write(files, to: archive)
      return archive
    }
  }
}

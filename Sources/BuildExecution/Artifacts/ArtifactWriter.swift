import SystemPackage

/// Writes the files of an artifact into a folder. They are written beside their places first and then
/// renamed, so that a reader never sees half a file.
struct ArtifactWriter {
  let host: Host

  func write(_ artifact: [ArtifactFile], to folder: FilePath) throws {
    try host.files.createFolders(folder, mode: 0o755)
    let staging = folder.appending(".buildspec-\(host.randomness.hex(8))")
    try host.files.createFolder(staging, mode: 0o700)
    defer { try? host.files.removeTree(staging) }
    var known: Set<FilePath> = []
    for (index, file) in artifact.enumerated() {
      let staged = staging.appending(String(index))
      if file.isLink {
        try host.files.copy(file.source, to: staged)
      } else {
        try host.files.copyContent(file.source, to: staged)
      }
      try createFolders(for: file.target, in: folder, known: &known)
      try host.files.rename(staged, to: folder.pushing(file.target))
    }
  }

  /// Creates the folders above a file, never through a link that was there before.
  private func createFolders(
    for target: FilePath, in folder: FilePath, known: inout Set<FilePath>
  ) throws {
    var path = folder
    for component in target.removingLastComponent().components {
      path.append(component)
      guard known.insert(path).inserted else { continue }
      switch try host.files.status(path)?.kind {
      case nil: try host.files.createFolder(path, mode: 0o755)
      case .folder: break
      case .file, .link, .other:
        throw FileProblem("cannot write into", path, reason: "it is not a folder")
      }
    }
  }
}

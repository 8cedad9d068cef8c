import BuildPlanning
import SystemPackage

/// Copies the source, so that a build changes nothing of the user's.
///
/// In a git work tree the copy holds what a commit of everything would hold: tracked files and
/// untracked ones that are not ignored, as they are on disk now. Elsewhere it holds all files.
struct SourceCopy {
  private let host: Host
  private let target: FilePath
  private let excluded: [FilePath]
  private let isStopped: () -> Bool
  private(set) var copiedFiles = 0
  private(set) var notices: [PlanNotice] = []
  private var knownFolders: Set<FilePath> = []

  /// - Parameters:
  ///   - target: an empty folder.
  ///   - excluded: folders to leave out, since they hold the copy itself or what builds make.
  ///   - isStopped: asked for each file; `copy` throws `BuildStopped` when it is true.
  init(
    host: Host, target: FilePath, excluding excluded: [FilePath], isStopped: @escaping () -> Bool
  ) {
    self.host = host
    self.target = target
    self.excluded = excluded
    self.isStopped = isStopped
  }

  mutating func copy(_ source: FilePath, checkout: GitCheckout?) async throws {
    guard let checkout, let names = await Git(host: host).sourceFiles(in: source) else {
      return try copyFolder(source, to: target)
    }
    for name in names { try copyListed(name, from: source) }
    try copyRepository(checkout, source: source)
  }

  private mutating func copyListed(_ name: FilePath, from source: FilePath) throws {
    let path = source.appending(name.components)
    guard !excluded.contains(where: path.starts(with:)) else { return }
    let destination = target.appending(name.components)
    // A tracked file may have been deleted since.
    guard let status = try host.files.status(path) else { return }
    switch status.kind {
    case .file, .link:
      try createFolder(destination.removingLastComponent())
      try copyFile(path, to: destination)
    case .folder:
      // A submodule, or a repository inside the work tree.
      try createFolder(destination.removingLastComponent())
      try copyFolder(path, to: destination)
    case .other: break
    }
  }

  private mutating func copyFolder(_ folder: FilePath, to destination: FilePath) throws {
    guard let status = try host.files.status(folder) else { return }
    // The owner must be able to fill the copy.
    try host.files.createFolder(destination, mode: status.mode | 0o700)
    for entry in try host.files.list(folder) {
      let path = folder.appending(entry.name)
      switch entry.kind {
      case .file, .link: try copyFile(path, to: destination.appending(entry.name))
      case .folder where !excluded.contains(path):
        try copyFolder(path, to: destination.appending(entry.name))
      case .folder, .other: break
      }
    }
  }

  private mutating func copyFile(_ path: FilePath, to destination: FilePath) throws {
    if isStopped() { throw BuildStopped() }
    try host.files.copy(path, to: destination)
    copiedFiles += 1
  }

  private mutating func createFolder(_ folder: FilePath) throws {
    guard folder != target, knownFolders.insert(folder).inserted else { return }
    try host.files.createFolders(folder, mode: 0o755)
  }

  private mutating func copyRepository(_ checkout: GitCheckout, source: FilePath) throws {
    let count = copiedFiles
    let repository = RepositoryCopy(checkout: checkout, files: host.files)
    if let reason = try repository.copy(
      for: source, to: target.appending(".git"), copyFolder: { try copyFolder($0, to: $1) })
    {
      notices.append(PlanNotice(key: "source", message: reason, place: nil))
    }
    copiedFiles = count
  }
}

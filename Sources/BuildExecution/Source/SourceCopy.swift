import BuildPlanning
import SystemPackage

/// Copies the source, so that a build changes nothing of the user's.
///
/// In a git work tree the copy holds what a commit of everything would hold: tracked files and
/// untracked ones that are not ignored, as they are on disk now. Elsewhere it holds all files.
struct SourceCopy {
  private let host: Host
  private var target: any SourceTarget
  private var excluded: [FilePath]
  /// Where builds keep their own folders, which may be inside the source.
  private let scratches: FilePath
  private let isStopped: () -> Bool
  private(set) var copiedFiles = 0
  private(set) var notices: [PlanNotice] = []
  private var knownFolders: Set<FilePath> = []

  /// - Parameters:
  ///   - target: empty.
  ///   - excluded: folders to leave out, since they hold the copy itself or what builds make.
  ///   - isStopped: asked for each file; `copy` throws `BuildStopped` when it is true.
  init(
    host: Host, target: any SourceTarget, excluding excluded: [FilePath],
    isStopped: @escaping () -> Bool
  ) {
    self.host = host
    self.target = target
    self.excluded = excluded
    let parent = Scratch.parent(host: host)
    scratches = ((try? host.files.resolve(parent)) ?? nil) ?? parent
    self.isStopped = isStopped
  }

  mutating func copy(_ source: FilePath, checkout: GitCheckout?) async throws {
    guard let checkout, let names = await Git(host: host).sourceFiles(in: source) else {
      return try copyContent(of: source, to: FilePath())
    }
    for name in names { try copyListed(name, from: source) }
    try copyRepository(checkout, source: source)
  }

  private func isExcluded(_ path: FilePath) -> Bool {
    if excluded.contains(where: path.starts(with:)) { return true }
    // Of this build or of one beside it.
    guard path.starts(with: scratches), path != scratches else { return false }
    let name = path.components.dropFirst(scratches.components.count).first
    return name.map { Scratch.isName($0.string) } ?? false
  }

  private mutating func copyListed(_ name: FilePath, from source: FilePath) throws {
    let path = source.appending(name.components)
    guard !isExcluded(path) else { return }
    // A tracked file may have been deleted since.
    guard let status = try host.files.status(path) else { return }
    switch status.kind {
    case .file, .link:
      try createFolders(name.removingLastComponent())
      try copyFile(path, to: name)
    case .folder:
      // A submodule, or a repository inside the work tree.
      try createFolders(name.removingLastComponent())
      try copyFolder(path, to: name)
    case .other: break
    }
  }

  private mutating func copyFolder(_ folder: FilePath, to destination: FilePath) throws {
    guard let status = try host.files.status(folder) else { return }
    // The owner must be able to fill the copy.
    try target.createFolder(destination, mode: status.mode | 0o700)
    try copyContent(of: folder, to: destination)
  }

  private mutating func copyContent(of folder: FilePath, to destination: FilePath) throws {
    for entry in try host.files.list(folder) {
      let path = folder.appending(entry.name)
      switch entry.kind {
      case .file, .link: try copyFile(path, to: destination.appending(entry.name))
      case .folder where !isExcluded(path):
        try copyFolder(path, to: destination.appending(entry.name))
      case .folder, .other: break
      }
    }
  }

  private mutating func copyFile(_ path: FilePath, to destination: FilePath) throws {
    if isStopped() { throw BuildStopped() }
    try target.add(path, at: destination)
    copiedFiles += 1
  }

  private mutating func createFolders(_ folder: FilePath) throws {
    guard !folder.isEmpty, knownFolders.insert(folder).inserted else { return }
    try createFolders(folder.removingLastComponent())
    try target.createFolder(folder, mode: 0o755)
  }

  private mutating func copyRepository(_ checkout: GitCheckout, source: FilePath) throws {
    let repository = RepositoryCopy(checkout: checkout, files: host.files)
    if let reason = try repository.obstacle(for: source) {
      notices.append(PlanNotice(key: "source", message: reason, place: nil))
      return
    }
    let count = copiedFiles
    excluded.append(repository.excluded)
    try copyFolder(checkout.commonFolder, to: ".git")
    for file in try repository.worktreeFiles() {
      if let name = file.lastComponent { try copyFile(file, to: FilePath(".git").appending(name)) }
    }
    copiedFiles = count
  }
}

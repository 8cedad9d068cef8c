import SystemPackage

/// Copies `.git`, so that git works in the copied source as it does after CodeBuild's clone, without
/// any way back into the user's repository.
struct RepositoryCopy {
  let checkout: GitCheckout
  let files: any Files

  /// - Parameter copyFolder: copies the first folder to the second.
  /// - Returns: the reason when the repository cannot be copied.
  func copy(
    for source: FilePath, to target: FilePath,
    copyFolder: (FilePath, FilePath) throws -> Void
  ) throws -> String? {
    guard try files.resolve(source) == files.resolve(checkout.topLevel) else {
      return "the source is a folder inside a git repository; git does not work in its copy"
    }
    let config = try? files.read(checkout.commonFolder.appending("config"))
    if config.map({ String(decoding: $0, as: UTF8.self).contains("worktree =") }) == true {
      return "the source is a git submodule; git does not work in its copy"
    }
    try copyFolder(checkout.commonFolder, target)
    // These lead to the user's other work trees.
    try files.removeTree(target.appending("worktrees"))
    if checkout.gitFolder != checkout.commonFolder { try overlayWorktree(on: target) }
    return nil
  }

  /// A linked work tree has its own few files; the rest is in the main repository.
  private func overlayWorktree(on target: FilePath) throws {
    for name in ["HEAD", "index", "ORIG_HEAD", "FETCH_HEAD", "MERGE_HEAD"] {
      let file = checkout.gitFolder.appending(name)
      guard try files.status(file)?.kind == .file else { continue }
      try files.removeTree(target.appending(name))
      try files.copy(file, to: target.appending(name))
    }
  }
}

import SystemPackage

/// Copies `.git`, so that git works in the copied source as it does after CodeBuild's clone, without
/// any way back into the user's repository.
struct RepositoryCopy {
  let checkout: GitCheckout
  let files: any Files

  /// Why git cannot work in the copy of `source`; `nil` when it can.
  func obstacle(for source: FilePath) throws -> String? {
    guard try files.resolve(source) == files.resolve(checkout.topLevel) else {
      return "the source is a folder inside a git repository; git does not work in its copy"
    }
    let config = try? files.read(checkout.commonFolder.appending("config"))
    if config.map({ String(decoding: $0, as: UTF8.self).contains("worktree =") }) == true {
      return "the source is a git submodule; git does not work in its copy"
    }
    return nil
  }

  /// Leads to the user's other work trees, so it stays behind.
  var excluded: FilePath { checkout.commonFolder.appending("worktrees") }

  /// Files that a linked work tree has of its own; the rest is in the main repository.
  func worktreeFiles() throws -> [FilePath] {
    guard checkout.gitFolder != checkout.commonFolder else { return [] }
    return try ["HEAD", "index", "ORIG_HEAD", "FETCH_HEAD", "MERGE_HEAD"]
      .map { checkout.gitFolder.appending($0) }
      .filter { try files.status($0)?.kind == .file }
  }
}

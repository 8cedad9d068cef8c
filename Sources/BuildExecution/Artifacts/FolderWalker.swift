import SystemPackage

/// Visits what a pattern can match below a folder, and no folder in which nothing can. Links to
/// folders are visited as links and not entered.
struct FolderWalker {
  let files: any Files
  let root: FilePath
  /// Absolute paths that are passed over.
  var excluded: Set<FilePath> = []

  /// Calls `visit` with the path relative to the root and its kind for each match, in the order of
  /// the names' bytes.
  func walk(_ glob: Glob, visit: (FilePath, FileStatus.Kind) throws -> Void) throws {
    try walk(glob, FilePath(), glob.start, visit)
  }

  private func walk(
    _ glob: Glob, _ folder: FilePath, _ states: Glob.States,
    _ visit: (FilePath, FileStatus.Kind) throws -> Void
  ) throws {
    for entry in try files.list(root.pushing(folder)) {
      let next = glob.step(states, entry.name.string)
      guard !next.isEmpty else { continue }
      let path = folder.appending(entry.name)
      if !excluded.isEmpty, excluded.contains(root.pushing(path)) { continue }
      if glob.accepts(next) { try visit(path, entry.kind) }
      if entry.kind == .folder { try walk(glob, path, next, visit) }
    }
  }
}

import SystemPackage

/// Patterns of `cache.paths` below the source folder. A folder that a pattern names is taken with all
/// it holds.
struct CachePaths {
  let files: any Files
  /// The source folder, absolute and without links.
  let source: FilePath
  /// Absolute paths that are never cached.
  let excluded: Set<FilePath>

  /// The pattern relative to the source; `nil` when it leads out of it.
  func relative(_ pattern: String) -> FilePath? {
    // Only shells know what a tilde stands for.
    guard !pattern.hasPrefix("~") else { return nil }
    let path = source.pushing(FilePath(pattern)).lexicallyNormalized()
    guard path.starts(with: source) else { return nil }
    return FilePath(root: nil, path.components.dropFirst(source.components.count))
  }

  /// What the patterns name, relative to the source, none of it below another.
  func roots(_ patterns: [String]) throws -> [FilePath] {
    var found: Set<FilePath> = []
    for pattern in patterns.compactMap(relative) {
      if let folder = wholeFolder(pattern) {
        if try isInside(folder) { found.insert(folder) }
      } else {
        let walker = FolderWalker(files: files, root: source, excluded: excluded)
        try walker.walk(Glob(pattern.string)) { path, kind in
          if kind != .other { found.insert(path) }
        }
      }
    }
    return found.filter { !Self.isBelow(found, $0) }.sorted { $0.string < $1.string }
  }

  private static func isBelow(_ paths: Set<FilePath>, _ path: FilePath) -> Bool {
    var folder = path.removingLastComponent()
    while !folder.isEmpty {
      if paths.contains(folder) { return true }
      folder.removeLastComponent()
    }
    return false
  }

  /// The path that is taken as a whole, so that nobody needs to list it: `target` for `target`,
  /// `target/*`, `target/**` and `target/**/*`.
  private func wholeFolder(_ pattern: FilePath) -> FilePath? {
    var path = pattern
    while let last = path.lastComponent, ["*", "**"].contains(last.string) {
      path.removeLastComponent()
    }
    return !path.isEmpty && Glob(path.string).isLiteral ? path : nil
  }

  /// Whether there is something, and not behind a link that leads out of the source.
  private func isInside(_ path: FilePath) throws -> Bool {
    let place = source.pushing(path)
    guard try files.status(place) != nil else { return false }
    return try files.resolve(place.removingLastComponent())?.starts(with: source) ?? false
  }
}

import SystemPackage

/// Moves what was unpacked into the source folder: only what the patterns name, never through a link,
/// and nothing but files, folders and links.
struct CacheMerge {
  let files: any Files
  let staging: FilePath
  let source: FilePath
  let globs: [Glob]
  let keepsExisting: Bool
  let skipped: (String) -> Void

  func run() throws {
    try merge(FilePath(), globs.map(\.start), isNamed: false)
  }

  /// - Parameter isNamed: whether the folder is taken as a whole.
  private func merge(_ folder: FilePath, _ states: [Glob.States], isNamed: Bool) throws {
    for entry in try files.list(staging.pushing(folder)) {
      let path = folder.appending(entry.name)
      let next = zip(globs, states).map { $0.step($1, entry.name.string) }
      let isNamed = isNamed || zip(globs, next).contains { $0.accepts($1) }
      guard isNamed || (entry.kind == .folder && next.contains { !$0.isEmpty }) else {
        skipped(path.string)
        continue
      }
      try place(path, entry.kind, isNamed: isNamed, next)
    }
  }

  private func place(
    _ path: FilePath, _ kind: FileStatus.Kind, isNamed: Bool, _ states: [Glob.States]
  ) throws {
    let there = try files.status(source.pushing(path))?.kind
    switch (kind, there) {
    case (.other, _): skipped(path.string)
    case (.folder, .folder): try merge(path, states, isNamed: isNamed)
    case (.folder, nil) where isNamed:
      try removeSpecialFiles(path)
      try move(path)
    case (.folder, nil):
      try files.createFolder(source.pushing(path), mode: 0o755)
      try merge(path, states, isNamed: false)
    case (_, nil): try move(path)
    case (.file, .file), (.link, .link), (.file, .link), (.link, .file):
      if !keepsExisting { try move(path) }
    // The source has something else there, which wins.
    default: skipped(path.string)
    }
  }

  private func move(_ path: FilePath) throws {
    try files.rename(staging.pushing(path), to: source.pushing(path))
  }

  /// A hostile archive may hold pipes and devices.
  private func removeSpecialFiles(_ folder: FilePath) throws {
    for entry in try files.list(staging.pushing(folder)) {
      let path = folder.appending(entry.name)
      switch entry.kind {
      case .folder: try removeSpecialFiles(path)
      case .other:
        skipped(path.string)
        try files.removeTree(staging.pushing(path))
      case .file, .link: break
      }
    }
  }
}

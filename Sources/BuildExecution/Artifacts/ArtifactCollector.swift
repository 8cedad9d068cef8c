import SystemPackage

/// Finds the files of an artifact as the service does: relative to the source folder or to each
/// base directory in it, whatever folder the commands went to.
struct ArtifactCollector {
  let files: any Files
  /// The source folder, absolute and without links.
  let source: FilePath
  /// Absolute paths below the source that are no part of it.
  var excluded: Set<FilePath> = []
  let step: (ArtifactStep) -> Void

  func collect(_ request: ArtifactRequest) throws -> [ArtifactFile] {
    guard let patterns = request.files else { throw ArtifactProblem.noDefinition }
    let bases = try baseFolders(request.baseDirectory)
    let excludes = request.excludePaths.map { Glob($0) }
    var found: [FilePath: ArtifactFile] = [:]
    var order: [FilePath] = []
    step(.expandingFiles(base: request.baseDirectory))
    for pattern in patterns {
      step(.expanding(pattern))
      for base in bases {
        for file in try expand(pattern, in: base, keepsLinks: request.keepsLinks) {
          let relative = file.target.string
          if excludes.contains(where: { $0.matches(relative) }) { continue }
          try add(file, discardingPaths: request.discardPaths, to: &found, order: &order)
        }
      }
    }
    guard !order.isEmpty else { throw ArtifactProblem.noFiles(request.identifier) }
    step(.found(order.count))
    return order.compactMap { found[$0] }
  }

  private func add(
    _ file: ArtifactFile, discardingPaths: Bool, to found: inout [FilePath: ArtifactFile],
    order: inout [FilePath]
  ) throws {
    var file = file
    if discardingPaths {
      guard let name = file.target.lastComponent else { return }
      file.target = FilePath(root: nil, [name])
    }
    if let kept = found[file.target] {
      guard kept.source != file.source else { return }
      step(
        .collision(
          name: file.target.string, kept: relativePath(kept.source),
          dropped: relativePath(file.source)))
      return
    }
    found[file.target] = file
    order.append(file.target)
  }

  /// The folders that `base-directory` names; more than one when it has a wildcard.
  private func baseFolders(_ text: String) throws -> [FilePath] {
    step(.expandingBase(text))
    let relative = try inside(source, text)
    let walker = FolderWalker(files: files, root: source, excluded: excluded)
    var folders: [FilePath] = []
    if relative.components.isEmpty {
      folders = [source]
    } else if Glob(relative.string).isLiteral {
      if let folder = try files.resolve(source.pushing(relative)) {
        guard folder.starts(with: source) else { throw ArtifactProblem.outside(text) }
        if try files.status(folder)?.kind == .folder { folders = [folder] }
      }
    } else {
      try walker.walk(Glob(relative.string)) { path, kind in
        if kind == .folder { folders.append(source.pushing(path)) }
      }
    }
    guard !folders.isEmpty else { throw ArtifactProblem.noBase(text) }
    return folders
  }

  private func expand(
    _ pattern: String, in base: FilePath, keepsLinks: Bool
  ) throws -> [ArtifactFile] {
    let relative = try inside(base, pattern)
    let glob = Glob(relative.string)
    if glob.isLiteral {
      return try literal(relative, pattern, in: base, keepsLinks: keepsLinks)
    }
    var found: [ArtifactFile] = []
    try FolderWalker(files: files, root: base, excluded: excluded).walk(glob) { path, kind in
      if let file = try take(path, kind, in: base, keepsLinks: keepsLinks) { found.append(file) }
    }
    return found
  }

  /// A path without wildcards: the service says when it leads nowhere, and goes on.
  private func literal(
    _ relative: FilePath, _ pattern: String, in base: FilePath, keepsLinks: Bool
  ) throws -> [ArtifactFile] {
    let path = base.pushing(relative)
    guard let status = try files.status(path) else {
      step(.skipping(pattern))
      return []
    }
    if status.kind == .folder {
      step(.folderNamed(pattern))
      return []
    }
    // A link above the file may lead out of the source.
    if let real = try files.resolve(path.removingLastComponent()), !real.starts(with: source) {
      throw ArtifactProblem.outside(pattern)
    }
    return try take(relative, status.kind, in: base, keepsLinks: keepsLinks).map { [$0] } ?? []
  }

  /// Decides about one path that matched. A link is kept as a link when it leads to a place below
  /// the same base by a relative path, is copied as a file when it leads to a file elsewhere in the
  /// source, and is left out when it leads out of the source.
  private func take(
    _ relative: FilePath, _ kind: FileStatus.Kind, in base: FilePath, keepsLinks: Bool
  ) throws -> ArtifactFile? {
    let path = base.pushing(relative)
    switch kind {
    case .file: return ArtifactFile(source: path, target: relative, isLink: false)
    case .folder, .other: return nil
    case .link: break
    }
    let target = try files.linkTarget(path)
    let lexical = path.removingLastComponent().pushing(target).lexicallyNormalized()
    let real = try files.resolve(path)
    let staysInside =
      target.isRelative && lexical.starts(with: base) && real?.starts(with: base) ?? true
    if keepsLinks, staysInside {
      return ArtifactFile(source: path, target: relative, isLink: true)
    }
    if let real, real.starts(with: source), try files.status(real)?.kind == .file {
      return ArtifactFile(source: real, target: relative, isLink: false)
    }
    let name = relativePath(path)
    step(staysInside ? .linkNotFollowed(name) : .linkLeftOut(name))
    return nil
  }

  /// A path of the buildspec, relative to `folder`.
  private func inside(_ folder: FilePath, _ text: String) throws -> FilePath {
    let path = folder.pushing(FilePath(text)).lexicallyNormalized()
    guard path.starts(with: folder) else { throw ArtifactProblem.outside(text) }
    return FilePath(root: nil, path.components.dropFirst(folder.components.count))
  }

  private func relativePath(_ path: FilePath) -> String {
    guard path.starts(with: source) else { return path.string }
    return FilePath(root: nil, path.components.dropFirst(source.components.count)).string
  }
}

import SystemPackage

/// Brings the source of a container back to this machine: what is asked for where that is enough, else
/// all of it. Where there are links, only the whole tells where they lead.
struct SourceFetch {
  let tool: ContainerTool
  let container: String
  /// In the container.
  let source: FilePath
  /// An empty folder of this machine.
  let target: FilePath

  private var fetched: Set<FilePath> = []
  private var hasAll = false

  init(tool: ContainerTool, container: String, source: FilePath, target: FilePath) {
    self.tool = tool
    self.container = container
    self.source = source
    self.target = target
  }

  /// - Parameter hasLinks: whether a link stands on the way to one of `paths`.
  mutating func bring(_ paths: [FilePath], through hasLinks: Bool) async throws -> FilePath {
    if hasAll { return target }
    if !hasLinks, try await bringEach(paths) { return target }
    try tool.host.files.removeTree(target)
    try tool.host.files.createFolder(target, mode: 0o700)
    let answer = try await copy(source.appending("."), to: target)
    guard answer.isSuccess else {
      throw EngineProblem("cannot copy the source from the container: \(answer.reason)")
    }
    hasAll = true
    return target
  }

  /// - Returns: whether that is enough.
  private mutating func bringEach(_ paths: [FilePath]) async throws -> Bool {
    for path in paths where !fetched.contains(where: path.starts(with:)) {
      guard !path.isEmpty else { return false }
      let folder = target.pushing(path.removingLastComponent())
      try tool.host.files.createFolders(folder, mode: 0o700)
      // What was brought before is a part of this.
      try tool.host.files.removeTree(target.pushing(path))
      guard try await copy(source.pushing(path), to: folder).isSuccess,
        try !containsLinks(target.pushing(path))
      else { return false }
      fetched.insert(path)
    }
    return true
  }

  private func copy(_ path: FilePath, to folder: FilePath) async throws -> ContainerTool.Answer {
    try await tool.run(["cp", "\(container):\(path)", folder.string], seconds: 3_600)
  }

  private func containsLinks(_ path: FilePath) throws -> Bool {
    let files = tool.host.files
    switch try files.status(path)?.kind {
    case .link: return true
    case .folder: break
    case .file, .other, nil: return false
    }
    return try files.list(path).contains { entry in
      switch entry.kind {
      case .link: true
      case .folder: try containsLinks(path.appending(entry.name))
      case .file, .other: false
      }
    }
  }
}

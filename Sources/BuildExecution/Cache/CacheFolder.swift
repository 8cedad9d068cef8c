package import SystemPackage

/// The cache of a project on this machine: a folder for each version, with one file for each key. Any
/// number of builds may use it at once: files appear whole by a rename, and one that is being read can
/// be replaced or removed.
package struct CacheFolder: CacheStore {
  package let root: FilePath
  let host: Host

  /// Place in a project's folder.
  package static let path: FilePath = ".buildspec/cache"

  package init(_ root: FilePath, host: Host) {
    self.root = root
    self.host = host
  }

  let isRemote = false

  /// One archive.
  package struct Entry: Hashable, Sendable {
    package var name: CacheName
    package var path: FilePath
    /// Bytes.
    package var size: Int
    /// In seconds since 1970.
    package var made: Int64
    /// When it was made or last restored, in seconds since 1970.
    package var used: Int64
  }

  /// All archives, the one that was used last first.
  package func entries() throws -> [Entry] {
    guard try host.files.status(root)?.kind == .folder else { return [] }
    return try host.files.list(root)
      .filter { $0.kind == .folder && !$0.name.string.hasPrefix(StateFolder.temporary) }
      .flatMap { try entries(version: $0.name.string) }
      .sorted { ($1.used, $0.path.string) < ($0.used, $1.path.string) }
  }

  /// What builds that were killed have left, and for how long, in seconds since 1970.
  package func leftovers() throws -> [(path: FilePath, modified: Int64)] {
    guard try host.files.status(root)?.kind == .folder else { return [] }
    return try host.files.list(root).filter { $0.name.string.hasPrefix(StateFolder.temporary) }
      .compactMap { entry in
        let path = root.appending(entry.name)
        return try host.files.status(path).map { (path, $0.modified) }
      }
  }

  func list(version: String) async throws -> [CacheName] {
    guard try host.files.status(root.appending(version))?.kind == .folder else { return [] }
    return try entries(version: version).sorted { $0.made > $1.made }.map(\.name)
  }

  func fetch(_ name: CacheName, _ body: (FilePath) async throws -> Void) async throws {
    let path = try path(name)
    try await body(path)
    // Only `prune` asks for it.
    try? host.files.markUsed(path)
  }

  func keep(_ name: CacheName, _ body: (FilePath) async throws -> Bool) async throws -> Bool {
    let path = try path(name)
    if name.key != nil, try host.files.status(path) != nil { return false }
    try prepare()
    let staged = temporaryPath()
    defer { try? host.files.removeTree(staged) }
    guard try await body(staged) else { return false }
    try host.files.createFolder(path.removingLastComponent(), mode: 0o700)
    if name.key != nil { return try host.files.renameIfAbsent(staged, to: path) }
    try host.files.rename(staged, to: path)
    return true
  }

  func drop(_ name: CacheName) async throws {
    try host.files.removeTree(path(name))
  }

  /// A path in the folder that no other build takes.
  func temporaryPath() -> FilePath { folder.temporaryPath() }

  /// Makes the folder.
  func prepare() throws { try folder.prepare() }

  private var folder: StateFolder { StateFolder(root, host: host) }

  private func entries(version: String) throws -> [Entry] {
    let folder = root.appending(version)
    return try host.files.list(folder).compactMap { file in
      guard let name = CacheName(version: version, fileName: file.name.string) else { return nil }
      let path = folder.appending(file.name)
      // Another process may have removed it meanwhile.
      guard let status = try host.files.status(path), status.kind == .file else { return nil }
      return Entry(
        name: name, path: path, size: status.size, made: status.modified,
        used: max(status.modified, status.accessed))
    }
  }

  private func path(_ name: CacheName) throws -> FilePath {
    guard let file = name.fileName else { throw CacheProblem.keyTooLong }
    return root.appending(name.version).appending(file)
  }
}

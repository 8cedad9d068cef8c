import SystemPackage

/// Finds what of an archive cannot be put beside what a container has: only a file or a link takes
/// the place of another one, and nothing is written through a link.
struct CacheObstacles {
  /// What is already at a path of the container, as the shell there tells.
  enum Existing: Character {
    case nothing = "n"
    case file = "f"
    case folder = "d"
    case link = "l"
    case linkToFolder = "k"
    case other = "o"
  }

  /// What is at these paths of the archive.
  typealias Question = ([FilePath]) async throws -> [Existing]

  private let found: [CacheImport.Found?]
  private let keepsExisting: Bool
  private let skipped: (FilePath) -> Void
  /// Folders of the container; there alone can be something in the way.
  private var folders: Set<FilePath> = [FilePath()]
  /// What cannot be put to its place.
  private var refused: Set<FilePath> = []
  /// Indices in `found` of what is not to be sent.
  private(set) var leftOut: Set<Int> = []

  init(
    _ found: [CacheImport.Found?], keepsExisting: Bool, skipped: @escaping (FilePath) -> Void
  ) {
    self.found = found
    self.keepsExisting = keepsExisting
    self.skipped = skipped
  }

  mutating func find(_ patterns: [CachePattern], ask: Question) async throws {
    for path in Self.above(patterns) { try await note(path, ask) }
    for level in levels() {
      let open = level.filter { !isRefused($0) && folders.contains(parent($0)) }
      let there = try await ask(open.compactMap { found[$0]?.path })
      for (index, there) in zip(open, there) { settle(index, there) }
    }
    for case (let index, let entry?) in found.enumerated()
    where entry.kind == .hardLink && refused.contains(entry.target) { leftOut.insert(index) }
  }

  /// Folders above what is named, which need no entry.
  private static func above(_ patterns: [CachePattern]) -> [FilePath] {
    var paths: Set<FilePath> = []
    for pattern in patterns {
      var path = pattern.start
      if pattern.glob.isLiteral { path.removeLastComponent() }
      while !path.isEmpty {
        paths.insert(path)
        path.removeLastComponent()
      }
    }
    return paths.sorted { $0.components.count < $1.components.count }
  }

  /// These may be links: the image or the source has them so.
  private mutating func note(_ path: FilePath, _ ask: Question) async throws {
    guard folders.contains(path.removingLastComponent()) else { return }
    let there = try await ask([path]).first
    if there == .folder || there == .linkToFolder { folders.insert(path) }
  }

  /// Indices of the entries, those of the same depth together.
  private func levels() -> [[Int]] {
    var levels: [[Int]] = []
    for case (let index, let entry?) in found.enumerated() {
      let depth = entry.path.components.count
      while levels.count <= depth { levels.append([]) }
      levels[depth].append(index)
    }
    return levels
  }

  private func parent(_ index: Int) -> FilePath {
    found[index]?.path.removingLastComponent() ?? FilePath()
  }

  /// What lies in a folder that is refused is refused as well.
  private mutating func isRefused(_ index: Int) -> Bool {
    guard refused.contains(parent(index)) else { return false }
    refuse(index)
    return true
  }

  private mutating func refuse(_ index: Int) {
    leftOut.insert(index)
    if let path = found[index]?.path { refused.insert(path) }
  }

  private mutating func settle(_ index: Int, _ there: Existing) {
    guard let entry = found[index], there != .nothing else { return }
    switch (entry.kind == .folder, there) {
    case (true, .folder):
      folders.insert(entry.path)
      leftOut.insert(index)
    case (true, .linkToFolder) where folders.contains(entry.path): leftOut.insert(index)
    case (false, .file), (false, .link), (false, .linkToFolder):
      if keepsExisting { leftOut.insert(index) }
    default:
      skipped(entry.path)
      refuse(index)
    }
  }
}

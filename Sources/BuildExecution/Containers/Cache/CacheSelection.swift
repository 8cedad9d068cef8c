import SystemPackage

/// Tells which entries of an archive the patterns name. A folder comes before what it holds; what has
/// no folder, or lies behind a link, is named by no pattern.
struct CacheSelection {
  enum Answer {
    case named
    /// A folder in which something may be named.
    case onTheWay
    /// Not named, and the folder that holds it is one that counts.
    case unnamed
    /// Below something that does not count.
    case below
  }

  private struct Standing {
    var states: [Glob.States]
    /// Whether all below is named.
    var isNamed = false
  }

  private let globs: [Glob]
  private var folders: [FilePath: Standing] = [:]
  private var links: Set<FilePath> = []

  init(_ patterns: [CachePattern]) {
    globs = patterns.map(\.glob)
    folders[FilePath()] = Standing(states: globs.map(\.start))
    for pattern in patterns {
      // Those above what is named need no entry.
      var folder = FilePath()
      for component in pattern.start.removingLastComponent().components {
        let standing = standing(component.string, in: folder)
        folder.append(component)
        folders[folder] = standing
      }
      // `**/x` is looked for in its start, too.
      if !pattern.glob.isLiteral, let last = pattern.start.lastComponent {
        folders[pattern.start] = standing(last.string, in: folder)
      }
    }
  }

  mutating func answer(_ entry: TarEntry) -> Answer {
    let path = entry.path
    guard let name = path.lastComponent,
      let standing = standing(name.string, in: path.removingLastComponent())
    else { return .below }
    guard entry.kind == .folder else {
      // Nothing takes the place of a folder, or what comes later would be written elsewhere.
      guard standing.isNamed, folders[path] == nil else { return .unnamed }
      if entry.kind == .link { links.insert(path) }
      return .named
    }
    guard !links.contains(path) else { return .below }
    let mayHold = standing.isNamed || standing.states.contains { !$0.isEmpty }
    if mayHold { folders[path] = standing }
    return standing.isNamed ? .named : mayHold ? .onTheWay : .unnamed
  }

  /// Whether the path is named, and its folder counts.
  func names(_ path: FilePath) -> Bool {
    guard let name = path.lastComponent else { return false }
    return standing(name.string, in: path.removingLastComponent())?.isNamed ?? false
  }

  /// `nil` when the folder does not count.
  private func standing(_ name: String, in folder: FilePath) -> Standing? {
    guard let parent = folders[folder] else { return nil }
    if parent.isNamed { return parent }
    let next = zip(globs, parent.states).map { $0.step($1, name) }
    return Standing(states: next, isNamed: zip(globs, next).contains { $0.accepts($1) })
  }
}

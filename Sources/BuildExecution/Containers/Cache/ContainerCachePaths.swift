import SystemPackage

/// What `cache.paths` name in a container: as on the service, also what is outside of the source, such
/// as `/root/.m2`. An archive has two folders, since the source is at another place in each build:
/// `source`, and `root` for all else.
struct ContainerCachePaths {
  /// In the container.
  let source: FilePath

  private static let sourceName: FilePath = "source"
  private static let rootName: FilePath = "root"
  /// Where the kernel shows itself.
  private static let unreal = ["dev", "proc", "sys"]

  /// The pattern for paths of the archive. `nil` for what is not cached: a tilde, which only shells
  /// know, the whole file system, and what a container has for one build.
  func pattern(_ text: String) -> CachePattern? {
    guard !text.hasPrefix("~") else { return nil }
    let path = source.pushing(FilePath(text)).lexicallyNormalized()
    if path.starts(with: source) {
      return CachePattern(Self.sourceName, path.components.dropFirst(source.components.count))
    }
    let pattern = CachePattern(Self.rootName, path.components[...])
    guard pattern.start != Self.rootName, let place = place(of: pattern.start),
      !place.starts(with: ContainerPaths.output), !ContainerPaths.output.starts(with: place),
      let first = place.components.first, !Self.unreal.contains(first.string)
    else { return nil }
    return pattern
  }

  /// Where an entry of the archive is in the container.
  func place(of entry: FilePath) -> FilePath? {
    guard let first = entry.components.first else { return nil }
    let rest = entry.components.dropFirst()
    switch FilePath(root: nil, CollectionOfOne(first)) {
    case Self.sourceName: return source.appending(rest)
    case Self.rootName: return FilePath(root: "/", rest)
    default: return nil
    }
  }

  /// The path as the buildspec would name it.
  func shown(_ entry: FilePath) -> String {
    let rest = FilePath(root: nil, entry.components.dropFirst())
    return entry.starts(with: Self.rootName) ? "/\(rest.string)" : rest.string
  }
}

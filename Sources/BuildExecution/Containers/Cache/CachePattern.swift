import SystemPackage

/// A pattern for paths of an archive.
struct CachePattern: Hashable {
  let glob: Glob
  /// The path down to the first wildcard; all of it when that is what is cached.
  let start: FilePath

  init(_ folder: FilePath, _ components: FilePath.ComponentView.SubSequence) {
    var path = folder.appending(components)
    let whole = Self.wholeFolder(path)
    // What lies in the source folder is cached, not the folder.
    if whole != folder { path = whole }
    glob = Glob(path.string)
    var start = FilePath()
    for component in path.components {
      guard Glob(component.string).isLiteral else { break }
      start.append(component)
    }
    self.start = start
  }

  /// `target` for `target`, `target/*`, `target/**` and `target/**/*`, as long as nothing else in it is
  /// a wildcard.
  private static func wholeFolder(_ path: FilePath) -> FilePath {
    var folder = path
    while let last = folder.lastComponent, ["*", "**"].contains(last.string) {
      folder.removeLastComponent()
    }
    return Glob(folder.string).isLiteral ? folder : path
  }
}

/// Remembers the source root of each folder, since the files of one folder share it.
final class SourceRootCache {
  private var roots: [(folder: Substring, root: SourceRoot)] = []

  func root(of file: String) -> SourceRoot {
    let end = file.lastSlash ?? file.startIndex
    if let known = roots.last(where: { $0.folder == file[..<end] }) { return known.root }
    let root = SourceRoot.enclosing(file)
    roots.append((file[..<end], root))
    return root
  }
}

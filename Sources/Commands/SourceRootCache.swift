/// Remembers the source root of each folder, since the files of one folder share it.
final class SourceRootCache {
  private var roots: [Substring: SourceRoot] = [:]

  func root(of file: String) -> SourceRoot {
    let end = file.utf8.lastIndex(of: UInt8(ascii: "/")) ?? file.startIndex
    if let root = roots[file[..<end]] { return root }
    let root = SourceRoot.enclosing(file)
    roots[file[..<end]] = root
    return root
  }
}

import SystemPackage

/// A folder of this machine that takes the copy of a source.
struct FolderTarget: SourceTarget {
  let root: FilePath
  let files: any Files

  func createFolder(_ path: FilePath, mode: UInt32) throws {
    try files.createFolder(root.pushing(path), mode: mode)
  }

  func add(_ file: FilePath, at path: FilePath) throws {
    let target = root.pushing(path)
    // Only what git keeps for a linked work tree is there already.
    if path.starts(with: ".git") { try files.removeTree(target) }
    try files.copy(file, to: target)
  }
}

package import SystemPackage

/// A folder below `.buildspec` of a project, for its owner alone. It tells git to pass it over.
package struct StateFolder: Sendable {
  package let root: FilePath
  private let host: Host

  /// The folder of all these, below the source folder. It is no part of the source.
  package static let parent: FilePath = ".buildspec"

  /// Begin of the names of what is not finished yet.
  package static let temporary = "tmp-"
  private static let ignoreFile = ".gitignore"

  package init(_ root: FilePath, host: Host) {
    self.root = root
    self.host = host
  }

  /// Makes the folder, and those above it.
  package func prepare() throws {
    try host.files.createFolders(root.removingLastComponent(), mode: 0o755)
    try host.files.createFolder(root, mode: 0o700)
    let ignore = root.appending(Self.ignoreFile)
    guard try host.files.status(ignore) == nil else { return }
    try replace(ignore, with: Array("*\n".utf8), mode: 0o644)
  }

  /// Writes a file beside its place and renames it, so that nobody sees a part of it.
  /// - Parameter path: on the file system of the folder.
  package func replace(_ path: FilePath, with bytes: [UInt8], mode: UInt32) throws {
    let staged = temporaryPath()
    do {
      try host.files.write(bytes, to: staged, mode: mode)
      try host.files.rename(staged, to: path)
    } catch {
      try? host.files.removeTree(staged)
      throw error
    }
  }

  /// A path in the folder that no other process takes.
  package func temporaryPath() -> FilePath {
    root.appending(Self.temporary + host.randomness.hex(8))
  }
}

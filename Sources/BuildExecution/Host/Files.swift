package import SystemPackage

/// The file system. No operation follows a symbolic link in the last component unless it says so.
/// All throw `FileProblem`.
package protocol Files: Sendable {
  /// The content of a file; follows links.
  func read(_ path: FilePath) throws -> [UInt8]

  /// Hands the content of a regular file to `body`, part by part.
  func read(_ path: FilePath, _ body: (ArraySlice<UInt8>) throws -> Void) throws

  /// Creates the file with `mode`, or replaces the content of the one that is there.
  func write(_ bytes: [UInt8], to path: FilePath, mode: UInt32) throws

  /// `nil` when there is nothing at `path`.
  func status(_ path: FilePath) throws -> FileStatus?

  /// Like `status`, but of what a link leads to.
  func statusFollowingLinks(_ path: FilePath) throws -> FileStatus?

  /// Names and kinds in a folder, in the order of their bytes, without `.` and `..`.
  func list(_ folder: FilePath) throws -> [FolderEntry]

  /// Creates one folder. What is there already stays as it is.
  func createFolder(_ path: FilePath, mode: UInt32) throws

  /// Copies a regular file with permission bits and modification time, or a link as a link.
  func copy(_ path: FilePath, to target: FilePath) throws

  /// Copies the content that `path` leads to, following links.
  func copyContent(_ path: FilePath, to target: FilePath) throws

  func linkTarget(_ path: FilePath) throws -> FilePath

  func rename(_ path: FilePath, to target: FilePath) throws

  /// Removes a file, or a folder with all it holds, also where folders are read-only. What is
  /// absent already is no problem.
  func removeTree(_ path: FilePath) throws

  /// The absolute path without links; `nil` when there is nothing at `path`.
  func resolve(_ path: FilePath) throws -> FilePath?
}

extension Files {
  /// Creates a folder and the folders above it that are missing.
  package func createFolders(_ path: FilePath, mode: UInt32) throws {
    if let status = try statusFollowingLinks(path) {
      guard status.kind != .folder else { return }
      throw FileProblem("cannot create folder", path, reason: "a file is in its place")
    }
    if !path.removingLastComponent().isEmpty {
      try createFolders(path.removingLastComponent(), mode: mode)
    }
    try createFolder(path, mode: mode)
  }
}

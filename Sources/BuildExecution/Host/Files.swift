package import SystemPackage

/// The file system. No operation follows a symbolic link in the last component unless it says so.
/// All throw `FileProblem`.
package protocol Files: Sendable {
  /// The content of a file; follows links.
  func read(_ path: FilePath) throws -> [UInt8]

  /// Hands the content of a regular file to `body`, part by part.
  func read(_ path: FilePath, _ body: (ArraySlice<UInt8>) throws -> Void) throws

  /// `count` bytes of a regular file from an offset on; fewer at its end.
  func read(_ path: FilePath, from offset: Int, count: Int) throws -> [UInt8]

  /// Adds to the end of a file that is there.
  func append(_ bytes: [UInt8], to path: FilePath) throws

  /// Creates a file that must not be there.
  func create(_ path: FilePath, mode: UInt32) throws -> any FileWriter

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

  /// Creates one folder.
  /// - Returns: whether it was created; `false` when there is something at `path` already.
  func createNewFolder(_ path: FilePath, mode: UInt32) throws -> Bool

  /// Creates a named pipe.
  func createPipe(_ path: FilePath, mode: UInt32) throws

  /// Creates a file that nobody sees before it is locked. Who looks at it can tell whether this
  /// process still lives, since the system gives the lock back at its end, however it ends.
  func createLocked(_ path: FilePath) throws -> any FileLock

  /// Locks a file that is there; `nil` when it is locked already.
  func lock(_ path: FilePath) throws -> (any FileLock)?

  /// Whether a file is locked; `false` when it is not there.
  func isLocked(_ path: FilePath) throws -> Bool

  /// Copies a regular file with permission bits and modification time, or a link as a link.
  func copy(_ path: FilePath, to target: FilePath) throws

  /// Copies the content that `path` leads to, following links.
  func copyContent(_ path: FilePath, to target: FilePath) throws

  func linkTarget(_ path: FilePath) throws -> FilePath

  func rename(_ path: FilePath, to target: FilePath) throws

  /// Renames a file, unless there is something at `target` already.
  /// - Returns: whether it was renamed; else the file is where it was.
  func renameIfAbsent(_ path: FilePath, to target: FilePath) throws -> Bool

  /// Sets the time of the last use of a file to now.
  func markUsed(_ path: FilePath) throws

  /// Makes a symbolic link that leads to `target`.
  func createLink(_ path: FilePath, to target: FilePath) throws

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
